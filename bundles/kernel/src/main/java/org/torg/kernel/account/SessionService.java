package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Device;
import org.torg.api.account.Membership;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.IdentityStore.FactorRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.SignInThrottle.Origin;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;

/** Signs people in and out, and tells who is behind a token. */
@Component(service = Sessions.class)
public final class SessionService implements Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

    static final Duration LIFE = Duration.ofHours(12);

    /** So long one may take to find the device, or to set one up. */
    static final Duration PENDING_LIFE = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final AccountStore store;
    private final PeopleStore people;
    private final IdentityStore identity;
    private final Clock clock;
    private final PasswordHashes passwords;
    private final Commands commands;
    private final CallerResolution callers;
    private final TokenResolution programs;
    private final SecondFactorCodes codes;
    private final SecondFactorRule rule;
    private final SignInThrottle throttle;
    private final OwnSessions own;
    private final RandomTokens tokens = new RandomTokens();

    @Activate
    public SessionService(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference PeopleStore people,
            @Reference IdentityStore identity,
            @Reference Clock clock,
            @Reference PasswordHashes passwords,
            @Reference Commands commands,
            @Reference CallerResolution callers,
            @Reference TokenResolution programs,
            @Reference SecondFactorCodes codes,
            @Reference SecondFactorRule rule,
            @Reference SignInThrottle throttle) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.identity = identity;
        this.clock = clock;
        this.passwords = passwords;
        this.commands = commands;
        this.callers = callers;
        this.programs = programs;
        this.codes = codes;
        this.rule = rule;
        this.throttle = throttle;
        this.own = new OwnSessions(transactions, store, people, commands, clock);
    }

    @Override
    public Outcome<SignedIn> signIn(
            Caller caller,
            String email,
            char[] password,
            Optional<String> code,
            String address,
            Optional<Device> device) {
        Origin origin = throttle.origin(email, address);
        Optional<Duration> wait = throttle.begin(origin, clock.now());
        if (wait.isPresent()) {
            return slowedDown(caller, wait.get());
        }
        // The same work for who is unknown, deactivated or without a password (D06).
        Optional<LoginRow> login = transactions
                .read(tx -> people.login(tx, email))
                .filter(row -> row.person().active());
        Optional<Boolean> fits = passwords.fits(password, login.map(LoginRow::passwordHash));
        if (fits.isEmpty()) {
            return Outcome.refused(SignInThrottle.refusal(Duration.ofSeconds(1)));
        }
        if (login.isEmpty() || !fits.get()) {
            // Never the e-mail: people type their passwords there, too.
            LOG.warn("A sign-in failed, request {}", caller.requestId());
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED, "credentials-wrong", "E-mail and password do not belong together."));
        }
        throttle.passwordRight(origin);
        return begin(caller, login.get().person().id(), code, origin, device);
    }

    private Outcome<SignedIn> begin(
            Caller stranger, UserId user, Optional<String> code, Origin origin, Optional<Device> device) {
        List<Membership> held = transactions.read(tx -> store.memberships(tx, user));
        Optional<FactorRow> factor =
                transactions.read(tx -> identity.factor(tx, user)).filter(FactorRow::confirmed);
        if (factor.isPresent() && code.isPresent()) {
            return tried(
                    stranger,
                    origin,
                    () -> transactions.write(tx -> {
                        prove(tx, user, factor.get(), code.get());
                        return open(tx, stranger, user, held, Stage.COMPLETE, device);
                    }));
        }
        Stage stage = factor.isPresent()
                ? Stage.SECOND_FACTOR_NEEDED
                : rule.requires(held) ? Stage.SECOND_FACTOR_MISSING : Stage.COMPLETE;
        SignedIn signedIn = transactions.write(tx -> open(tx, stranger, user, held, stage, device));
        if (stage == Stage.COMPLETE) {
            throttle.cameIn(origin);
        } else {
            throttle.awaits(RandomTokens.hash(signedIn.token()), origin);
        }
        return Outcome.done(signedIn);
    }

    private SignedIn open(
            Tx tx, Caller stranger, UserId user, List<Membership> held, Stage stage, Optional<Device> device) {
        String token = tokens.next();
        Instant now = clock.now();
        Optional<AccountId> account = Standing.firstAccount(held);
        SessionRow session = new SessionRow(
                RandomTokens.hash(token),
                user,
                account,
                Standing.firstLocation(held),
                Optional.empty(),
                stage,
                now,
                now.plus(stage == Stage.COMPLETE ? LIFE : PENDING_LIFE),
                now,
                device);
        store.insert(tx, session);
        SignedIn signedIn = new SignedIn(token, session.expiresAt(), user, account, stage);
        if (stage != Stage.COMPLETE) {
            return signedIn;
        }
        people.seen(tx, user, now);
        return cameIn(tx, stranger, signedIn);
    }

    private SignedIn cameIn(Tx tx, Caller stranger, SignedIn signedIn) {
        UserId user = signedIn.user();
        return commands.record(
                tx,
                person(stranger, user),
                "sign-in",
                new Effect<>(signedIn, user.value(), signedIn.account(), List.of()));
    }

    /** Who has just proved to be this user, with no right but to have come in. */
    private static Caller person(Caller stranger, UserId user) {
        return new Caller(
                new Caller.Subject.Person(user),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                stranger.channel(),
                stranger.requestId(),
                stranger.language());
    }

    @Override
    public Outcome<SignedIn> complete(Caller caller, String token, String code) {
        String hash = RandomTokens.hash(token);
        Instant now = clock.now();
        Optional<SessionRow> pending = transactions
                .read(tx -> store.session(tx, hash, now))
                .map(SignedInRow::session)
                .filter(session -> session.stage() == Stage.SECOND_FACTOR_NEEDED);
        Optional<LoginRow> login =
                pending.flatMap(session -> transactions.read(tx -> people.login(tx, session.user())));
        if (pending.isEmpty() || login.isEmpty()) {
            return Outcome.refused(CallerResolution.invalid());
        }
        Origin origin = throttle.awaited(hash, login.get().email());
        return tried(caller, origin, () -> transactions.write(tx -> complete(tx, caller, pending.get(), code)));
    }

    private SignedIn complete(Tx tx, Caller caller, SessionRow pending, String code) {
        UserId user = pending.user();
        FactorRow factor = identity.factor(tx, user)
                .filter(FactorRow::confirmed)
                .orElseThrow(() -> new RefusedException(CallerResolution.invalid()));
        prove(tx, user, factor, code);
        String next = tokens.next();
        Instant now = clock.now();
        Instant end = now.plus(LIFE);
        if (!identity.complete(
                tx, user, pending.tokenHash(), Stage.SECOND_FACTOR_NEEDED, RandomTokens.hash(next), end)) {
            throw new RefusedException(CallerResolution.invalid());
        }
        people.seen(tx, user, now);
        return cameIn(tx, caller, new SignedIn(next, end, user, pending.account(), Stage.COMPLETE));
    }

    private void prove(Tx tx, UserId user, FactorRow factor, String code) {
        if (!codes.use(tx, user, factor, code)) {
            throw new RefusedException(SecondFactorCodes.wrong(Refusal.Kind.UNAUTHENTICATED));
        }
    }

    /** Wrong codes are slowed down as wrong passwords are. */
    private Outcome<SignedIn> tried(Caller caller, Origin origin, Supplier<SignedIn> work) {
        Optional<Duration> wait = throttle.beginCode(origin, clock.now());
        if (wait.isPresent()) {
            return slowedDown(caller, wait.get());
        }
        try {
            SignedIn signedIn = work.get();
            throttle.codeRight(origin);
            throttle.cameIn(origin);
            return Outcome.done(signedIn);
        } catch (RefusedException e) {
            LOG.warn("A sign-in failed at its second factor, request {}", caller.requestId());
            return Outcome.refused(e.refusal());
        }
    }

    private static Outcome<SignedIn> slowedDown(Caller caller, Duration wait) {
        LOG.warn("A sign-in was refused after too many tries, request {}", caller.requestId());
        return Outcome.refused(SignInThrottle.refusal(wait));
    }

    @Override
    public Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        return TokenResolution.isOne(token)
                ? programs.resolve(token, channel, requestId, language)
                : callers.resolve(token, channel, requestId, language);
    }

    @Override
    public Outcome<Current> current(Caller caller) {
        return callers.current(caller);
    }

    @Override
    public Outcome<Current> standing(Caller caller) {
        return callers.standing(caller);
    }

    @Override
    public Outcome<Current> choose(Caller caller, String token, Choice choice) {
        return callers.choose(caller, token, choice);
    }

    @Override
    public Outcome<List<OpenSession>> open(Caller caller, String token) {
        return own.open(caller, token);
    }

    @Override
    public Outcome<List<OpenSession>> end(Caller caller, String token, String id) {
        return own.end(caller, token, id);
    }

    @Override
    public Outcome<List<OpenSession>> endOthers(Caller caller, String token) {
        return own.endOthers(caller, token);
    }

    @Override
    public void signOut(Caller caller, String token) {
        Optional<UserId> user = OwnIdentity.begun(caller) instanceof Outcome.Done<UserId> done
                ? Optional.of(done.value())
                : Optional.empty();
        if (user.isEmpty() || !RandomTokens.isOne(token)) {
            return;
        }
        String hash = RandomTokens.hash(token);
        transactions.change(tx -> {
            if (store.deleteSession(tx, user.get(), hash)) {
                commands.record(
                        tx,
                        caller,
                        "sign-out",
                        new Effect<>(user.get(), user.get().value(), caller.account(), List.of()));
            }
        });
    }
}
