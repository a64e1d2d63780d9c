package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.Scope;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.IdentityStore.FactorRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;

/** Sets second factors up and takes them away. */
@Component(service = SecondFactors.class)
public final class SecondFactorService implements SecondFactors {

    private final Transactions transactions;
    private final IdentityStore store;
    private final AccountStore accounts;
    private final PeopleStore people;
    private final SecondFactorCodes codes;
    private final SecondFactorRule rule;
    private final SecondFactorNews news;
    private final SignInThrottle throttle;
    private final Commands commands;
    private final Gate gate;
    private final Clock clock;
    private final TokenWithdrawal withdrawal;
    private final RandomTokens tokens = new RandomTokens();

    @Activate
    public SecondFactorService(
            @Reference Transactions transactions,
            @Reference IdentityStore store,
            @Reference AccountStore accounts,
            @Reference PeopleStore people,
            @Reference SecondFactorCodes codes,
            @Reference SecondFactorRule rule,
            @Reference SecondFactorNews news,
            @Reference SignInThrottle throttle,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference TokenWithdrawal withdrawal) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.people = people;
        this.codes = codes;
        this.rule = rule;
        this.news = news;
        this.throttle = throttle;
        this.commands = commands;
        this.gate = gate;
        this.clock = clock;
        this.withdrawal = withdrawal;
    }

    @Override
    public Outcome<Status> status(Caller caller) {
        return OwnIdentity.begun(caller).map(this::status);
    }

    private Status status(UserId user) {
        boolean required = rule.requires(memberships(user));
        return transactions.read(
                tx -> new Status(factor(tx, user).isPresent(), required, store.recoveryCodes(tx, user)));
    }

    @Override
    public Outcome<Enrolment> begin(Caller caller) {
        return OwnIdentity.begun(caller).flatMap(user -> {
            LoginRow person = person(user);
            String issuer = news.issuer(memberships(user), person.person().language());
            return run(caller, user, "begin-second-factor", tx -> {
                String secret = codes.enrol(tx, user)
                        .orElseThrow(() -> new RefusedException(Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "second-factor-present",
                                "There is a second factor already. Remove it first.")));
                return new Enrolment(secret, Totp.uri(issuer, person.email(), secret));
            });
        });
    }

    @Override
    public Outcome<Confirmed> confirm(Caller caller, String token, String code) {
        return OwnIdentity.begun(caller).flatMap(user -> {
            String session = RandomTokens.hash(token);
            LoginRow person = person(user);
            List<Membership> memberships = memberships(user);
            SignInThrottle.Origin origin = throttle.awaited(session, person.email());
            return tried(
                            origin,
                            () -> run(caller, user, "confirm-second-factor", tx -> {
                                FactorRow waiting = store.factor(tx, user)
                                        .filter(row -> !row.confirmed())
                                        .orElseThrow(SecondFactorService::nothingBegun);
                                if (!codes.confirm(tx, user, waiting, code)) {
                                    throw new RefusedException(SecondFactorCodes.wrong(Refusal.Kind.UNPROCESSABLE));
                                }
                                people.endSessions(tx, user, Optional.of(session));
                                SignedIn next = rotate(tx, user, session);
                                List<String> recovery = codes.renewRecovery(tx, user);
                                news.tell(tx, person, memberships);
                                return new Confirmed(next, recovery);
                            }))
                    .map(confirmed -> {
                        throttle.cameIn(origin);
                        return confirmed;
                    });
        });
    }

    /** The session may do more than when its token was given out: who has seen that one gets nothing by it. */
    private SignedIn rotate(Tx tx, UserId user, String hash) {
        String next = tokens.next();
        String nextHash = RandomTokens.hash(next);
        Instant now = clock.now();
        if (!store.complete(tx, user, hash, nextHash, now.plus(SessionService.LIFE))) {
            throw new RefusedException(CallerResolution.invalid());
        }
        SessionRow row = accounts.session(tx, nextHash, now)
                .orElseThrow(() -> new RefusedException(CallerResolution.invalid()))
                .session();
        return new SignedIn(next, row.expiresAt(), user, row.account(), row.stage());
    }

    @Override
    public Outcome<List<String>> newRecoveryCodes(Caller caller, String code) {
        return OwnIdentity.of(caller)
                .flatMap(user -> tried(
                        origin(user),
                        () -> run(caller, user, "renew-recovery-codes", tx -> {
                            use(tx, user, code);
                            return codes.renewRecovery(tx, user);
                        })));
    }

    @Override
    public Outcome<Status> remove(Caller caller, String code) {
        return OwnIdentity.of(caller).flatMap(user -> {
            LoginRow person = person(user);
            List<Membership> memberships = memberships(user);
            if (rule.requires(memberships)) {
                return Outcome.refused(Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "second-factor-required",
                        "Your role needs a second factor. Ask somebody to reset it if the device is lost."));
            }
            return tried(
                    origin(user),
                    () -> run(caller, user, "remove-second-factor", tx -> {
                        use(tx, user, code);
                        store.removeFactor(tx, user);
                        news.tell(tx, person, memberships);
                        return new Status(false, false, 0);
                    }));
        });
    }

    @Override
    public Outcome<Status> reset(Caller caller, UserId user) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.USER_MANAGE);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Outcome<UserId> self = OwnIdentity.of(caller);
        if (self instanceof Outcome.Refused<UserId> refused) {
            return Outcome.refused(refused.refusal());
        }
        if (self.orElseThrow().equals(user)) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.FORBIDDEN, "second-factor-own", "Somebody else must reset your second factor."));
        }
        Optional<LoginRow> person = transactions.read(tx -> people.login(tx, user));
        List<Membership> memberships = memberships(user);
        if (person.isEmpty() || !isOfStaffFor(caller, memberships)) {
            return Outcome.refused(Refusal.notFound("person"));
        }
        boolean required = rule.requires(memberships);
        return run(caller, user, "reset-second-factor", tx -> {
            store.removeFactor(tx, user);
            people.endSessions(tx, user, Optional.empty());
            news.tell(tx, person.get(), memberships, withdrawal.all(tx, user, Reason.SECOND_FACTOR_RESET));
            return new Status(false, required, 0);
        });
    }

    /** Whether all that the person has is within what the caller manages as staff; owners manage colleagues, not this. */
    private static boolean isOfStaffFor(Caller caller, List<Membership> memberships) {
        return caller.may(Function.USER_MANAGE, Scope.tenant())
                || (!memberships.isEmpty()
                        && memberships.stream()
                                .allMatch(membership -> membership.scope() instanceof Scope.OfVendor
                                        && caller.may(Function.USER_MANAGE, membership.scope())));
    }

    private void use(Tx tx, UserId user, String code) {
        FactorRow factor = factor(tx, user).orElseThrow(SecondFactorService::nothingBegun);
        if (!codes.use(tx, user, factor, code)) {
            throw new RefusedException(SecondFactorCodes.wrong(Refusal.Kind.UNPROCESSABLE));
        }
    }

    /** Wrong codes count, wherever they are tried. */
    private <T> Outcome<T> tried(SignInThrottle.Origin origin, Supplier<Outcome<T>> work) {
        Optional<Duration> wait = throttle.beginCode(origin, clock.now());
        if (wait.isPresent()) {
            return Outcome.refused(SignInThrottle.refusal(wait.get()));
        }
        Outcome<T> outcome = work.get();
        return outcome.map(value -> {
            throttle.codeRight(origin);
            return value;
        });
    }

    private interface Work<T> {
        T in(Tx tx);
    }

    private <T> Outcome<T> run(Caller caller, UserId user, String name, Work<T> work) {
        Change<T> change = tx -> new Effect<>(work.in(tx), user.value(), caller.account(), List.of());
        return commands.run(caller, name, () -> Outcome.done(change));
    }

    private Optional<FactorRow> factor(Tx tx, UserId user) {
        return store.factor(tx, user).filter(FactorRow::confirmed);
    }

    private LoginRow person(UserId user) {
        return transactions
                .read(tx -> people.login(tx, user))
                .orElseThrow(() -> new RefusedException(CallerResolution.invalid()));
    }

    private List<Membership> memberships(UserId user) {
        return transactions.read(tx -> accounts.memberships(tx, user));
    }

    private SignInThrottle.Origin origin(UserId user) {
        return throttle.awaited("", person(user).email());
    }

    private static RefusedException nothingBegun() {
        return new RefusedException(Refusal.of(
                Refusal.Kind.CONFLICT, "enrolment-missing", "No second factor is being set up. Begin with that."));
    }
}
