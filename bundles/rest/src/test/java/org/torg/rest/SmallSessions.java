package org.torg.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Device;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;

/** Who may come in. */
final class SmallSessions implements Sessions {

    private final Set<String> endedTokens = new HashSet<>();
    private final List<String> devices = new ArrayList<>();
    private final Map<String, String> open = new TreeMap<>(Map.of("buyer", "buyer", "elsewhere", "elsewhere"));
    private Optional<Choice> chosen = Optional.empty();

    private String address = "";

    /** From where somebody tried last. */
    String address() {
        return address;
    }

    @Override
    public Outcome<SignedIn> signIn(
            Caller caller, String email, char[] password, Optional<String> code, String from, Optional<Device> device) {
        address = from;
        device.ifPresent(known -> devices.add(known.code()));
        if (email.equals("eager@example.com")) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.THROTTLED,
                    "too-many-tries",
                    "Too many tries. Try again in {0} seconds.",
                    Argument.number(37)));
        }
        if (!Set.of("buyer@example.com", "staff@example.com").contains(email)
                || !Arrays.equals(password, "correct horse".toCharArray())) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.UNAUTHENTICATED, "credentials-wrong", "E-mail and password do not fit."));
        }
        if (email.startsWith("buyer")) {
            return Outcome.done(signedIn("buyer", Stage.COMPLETE));
        }
        return code.isPresent()
                ? complete(caller, "pending", code.get())
                : Outcome.done(signedIn("pending", Stage.SECOND_FACTOR_NEEDED));
    }

    static SignedIn signedIn(String token, Stage stage) {
        return new SignedIn(token, Samples.NOW, Samples.BUYER, Optional.of(Samples.ACCOUNT), stage);
    }

    /** The token names the role. */
    @Override
    public Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        Map<String, Role> roles = Map.of(
                "buyer",
                Role.OWNER,
                "pending",
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

    /** By what somebody has come in, as it was understood. */
    List<String> devices() {
        return List.copyOf(devices);
    }

    @Override
    public Outcome<List<OpenSession>> open(Caller caller, String token) {
        return Outcome.done(open.values().stream()
                .map(one -> new OpenSession(
                        one,
                        one.equals(token),
                        Samples.NOW,
                        Samples.NOW,
                        Samples.NOW,
                        one.equals(token)
                                ? Optional.of(new Device(Device.Browser.FIREFOX, Device.Platform.LINUX))
                                : Optional.empty()))
                .toList());
    }

    @Override
    public Outcome<List<OpenSession>> end(Caller caller, String token, String id) {
        return open.remove(id) == null ? Outcome.refused(Refusal.notFound("session")) : open(caller, token);
    }

    @Override
    public Outcome<List<OpenSession>> endOthers(Caller caller, String token) {
        open.keySet().retainAll(Set.of(token));
        return open(caller, token);
    }

    @Override
    public void signOut(Caller caller, String token) {
        endedTokens.add(token);
    }

    @Override
    public Outcome<SignedIn> complete(Caller caller, String token, String code) {
        return code.equals(SmallIdentity.CODE)
                ? Outcome.done(signedIn("staff", Stage.COMPLETE))
                : Outcome.refused(Refusal.of(Refusal.Kind.UNAUTHENTICATED, "code-wrong", "This code is not right."));
    }

    @Override
    public Outcome<Current> standing(Caller caller) {
        return current(caller);
    }

    @Override
    public Outcome<Current> current(Caller caller) {
        return Outcome.done(current(caller, new Choice(caller.account(), Optional.empty(), Optional.empty())));
    }

    @Override
    public Outcome<Current> choose(Caller caller, String token, Choice choice) {
        chosen = Optional.of(choice);
        return choice.account()
                        .filter(account -> !account.equals(Samples.ACCOUNT))
                        .isPresent()
                ? Outcome.refused(Refusal.notFound("account"))
                : Outcome.done(current(caller, choice));
    }

    /** What was last asked for. */
    Optional<Choice> chosen() {
        return chosen;
    }

    private static Current current(Caller caller, Choice choice) {
        LocationChoice branch = new LocationChoice(new LocationId("branch-1"), "Nord");
        Person child = new Person(
                new UserId("child"), "Child", Caller.ActingFor.Kind.DEPENDANT, Optional.of(LocalDate.of(2027, 1, 31)));
        return new Current(
                Samples.BUYER,
                "Kari",
                "",
                caller.language(),
                choice.account(),
                choice.location(),
                choice.actingFor()
                        .map(user -> new Person(user, "Doctor", Caller.ActingFor.Kind.CLINICIAN, Optional.empty())),
                List.of(new AccountChoice(Samples.ACCOUNT, "10042", "Kunde AS", List.of(branch))),
                List.of(child),
                choice.actingFor().isEmpty(),
                Set.of(Function.ORDER_PLACE, Function.CART_EDIT));
    }
}
