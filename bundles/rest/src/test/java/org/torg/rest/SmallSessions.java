package org.torg.rest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Grant;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions;

/** Who may come in. */
final class SmallSessions implements Sessions {

    private final Set<String> endedTokens = new HashSet<>();

    @Override
    public Outcome<SignedIn> signIn(
            Caller caller, String email, char[] password, Optional<String> code, String address) {
        return email.equals("buyer@example.com") && Arrays.equals(password, "correct horse".toCharArray())
                ? Outcome.done(
                        new SignedIn("buyer", Samples.NOW, Samples.BUYER, Optional.of(Samples.ACCOUNT), Stage.COMPLETE))
                : Outcome.refused(Refusal.of(
                        Refusal.Kind.UNAUTHENTICATED, "credentials-wrong", "E-mail and password do not fit."));
    }

    /** The token names the role. */
    @Override
    public Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        Map<String, Role> roles = Map.of(
                "buyer",
                Role.OWNER,
                "staff",
                Role.ADMINISTRATOR,
                "modules",
                Role.STAFF_MODULES,
                "orders",
                Role.STAFF_ORDERS);
        if (!roles.containsKey(token) || endedTokens.contains(token)) {
            return Outcome.refused(Refusal.of(Refusal.Kind.UNAUTHENTICATED, "token-invalid", "Sign in again."));
        }
        Set<Grant> grants = new HashSet<>();
        roles.get(token).functions().forEach(function -> grants.add(new Grant(function, Scope.tenant())));
        return Outcome.done(new Caller(
                new Caller.Subject.Person(Samples.BUYER),
                Optional.of(Samples.ACCOUNT),
                Optional.empty(),
                Optional.empty(),
                grants,
                channel,
                requestId,
                language.orElse(new Locale("nb"))));
    }

    @Override
    public void signOut(Caller caller, String token) {
        endedTokens.add(token);
    }

    @Override
    public Outcome<SignedIn> complete(Caller caller, String token, String code) {
        return Outcome.refused(Refusal.notFound("session"));
    }

    @Override
    public Outcome<Current> current(Caller caller) {
        return Outcome.refused(Refusal.notFound("session"));
    }

    @Override
    public Outcome<Current> choose(Caller caller, String token, Choice choice) {
        return Outcome.refused(Refusal.notFound("session"));
    }
}
