package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.RefusedException;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.Caller;
import org.torg.api.account.Grant;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;

/** Makes and revokes the tokens of people's programs. */
@Component(service = ApiTokens.class)
public final class ApiTokenService implements ApiTokens {

    static final int MOST = 50;
    static final Duration LONGEST_LIFE = Duration.ofDays(731);

    /** Those that have ended are listed for so long. */
    static final Duration KEPT = Duration.ofDays(90);

    private final Transactions transactions;
    private final IdentityStore store;
    private final AccountStore accounts;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    @Activate
    public ApiTokenService(
            @Reference Transactions transactions,
            @Reference IdentityStore store,
            @Reference AccountStore accounts,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Outcome<Created> create(Caller caller, NewToken token) {
        return OwnIdentity.of(caller).flatMap(user -> create(caller, user, token));
    }

    private Outcome<Created> create(Caller caller, UserId user, NewToken token) {
        Instant now = clock.now();
        Optional<Refusal> objection = objection(token, now).or(() -> missing(user, token));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        ApiToken created = new ApiToken(
                ids.next(),
                token.name().strip(),
                token.functions(),
                token.account(),
                now,
                token.expiresAt(),
                Optional.empty(),
                Optional.empty());
        String secret = tokens.next();
        return commands.run(
                caller,
                "create-api-token",
                () -> Outcome.done(tx -> {
                    store.forgetEnded(tx, user, now.minus(KEPT));
                    long working = store.tokens(tx, user).stream()
                            .filter(other -> works(other, now))
                            .count();
                    if (working >= MOST) {
                        throw new RefusedException(Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "too-many-tokens",
                                "There may be {0} tokens at most. Revoke one first.",
                                Argument.number(MOST)));
                    }
                    store.insert(tx, user, created, RandomTokens.hash(secret));
                    return new Effect<>(
                            new Created(created, TokenResolution.token(created.id(), secret)),
                            created.id(),
                            token.account(),
                            List.of());
                }));
    }

    @Override
    public Outcome<List<ApiToken>> list(Caller caller) {
        return OwnIdentity.of(caller).map(user -> transactions.read(tx -> store.tokens(tx, user)));
    }

    @Override
    public Outcome<ApiToken> revoke(Caller caller, String id) {
        return OwnIdentity.of(caller)
                .flatMap(user -> commands.run(
                        caller,
                        "revoke-api-token",
                        () -> Outcome.done(tx -> {
                            boolean revoked = store.revoke(tx, user, id, new Revocation(Reason.BY_PERSON, clock.now()));
                            // What had ended already is as it should be.
                            ApiToken token = store.tokens(tx, user).stream()
                                    .filter(mine -> mine.id().equals(id) && (revoked || mine.revoked()))
                                    .findFirst()
                                    .orElseThrow(() -> new RefusedException(Refusal.of(
                                            Refusal.Kind.NOT_FOUND, "token-not-found", "There is no such token.")));
                            return new Effect<>(token, id, token.account(), List.of());
                        })));
    }

    private static boolean works(ApiToken token, Instant now) {
        return !token.revoked()
                && token.expiresAt().filter(end -> !end.isAfter(now)).isEmpty();
    }

    private static Optional<Refusal> objection(NewToken token, Instant now) {
        List<Detail> details = new ArrayList<>();
        String name = token.name().strip();
        require(
                !name.isEmpty() && name.length() <= 100 && name.chars().noneMatch(Character::isISOControl),
                "/name",
                details);
        require(!token.functions().isEmpty(), "/functions", details);
        require(
                token.expiresAt()
                        .filter(end -> !end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE)))
                        .isEmpty(),
                "/expiresAt",
                details);
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE, "api-token-invalid", "The token cannot be made like this.")
                        .with(details));
    }

    /** Which of the functions the person has not, where the token would work. */
    private Optional<Refusal> missing(UserId user, NewToken token) {
        Set<Grant> held = TokenResolution.grants(
                transactions.read(tx -> accounts.memberships(tx, user)), token.functions(), token.account());
        return token.functions().stream()
                .filter(function -> held.stream().noneMatch(grant -> grant.function() == function))
                .sorted()
                .findFirst()
                .map(function -> Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "right-missing",
                        "You do not have the right {0} here.",
                        Argument.text(function.code())));
    }

    private static void require(boolean right, String field, List<Detail> details) {
        if (!right) {
            details.add(Refusal.detail(field, "value-invalid", "This is missing, too long or not of the right form."));
        }
    }
}
