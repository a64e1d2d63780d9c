package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Membership;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;

/** Signs people in and out, and tells who is behind a token. */
@Component(service = Sessions.class)
public final class SessionService implements Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

    static final Duration LIFE = Duration.ofHours(12);

    private final Transactions transactions;
    private final AccountStore store;
    private final Clock clock;
    private final PasswordHashes passwords;
    private final Commands commands;
    private final CallerResolution callers;
    private final SignInThrottle throttle = new SignInThrottle();
    private final RandomTokens tokens = new RandomTokens();

    @Activate
    public SessionService(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference Clock clock,
            @Reference PasswordHashes passwords,
            @Reference Commands commands,
            @Reference CallerResolution callers) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.commands = commands;
        this.callers = callers;
    }

    @Override
    public Outcome<SignedIn> signIn(
            Caller caller, String email, char[] password, Optional<String> code, String address) {
        Optional<Duration> wait = throttle.begin(email, clock.now());
        if (wait.isPresent()) {
            LOG.warn("A sign-in was refused after too many tries, request {}", caller.requestId());
            return Outcome.refused(tooManyTries(wait.get()));
        }
        Optional<UserRow> user = transactions.read(tx -> store.user(tx, email)).filter(UserRow::active);
        Optional<Boolean> fits = passwords.fits(password, user.map(UserRow::passwordHash));
        if (fits.isEmpty()) {
            return Outcome.refused(tooManyTries(Duration.ofSeconds(1)));
        }
        if (user.isEmpty() || !fits.get()) {
            // Never the e-mail: people type their passwords there, too.
            LOG.warn("A sign-in failed, request {}", caller.requestId());
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED, "credentials-wrong", "E-mail and password do not belong together."));
        }
        throttle.succeeded(email);
        return Outcome.done(open(caller, user.get()));
    }

    private SignedIn open(Caller stranger, UserRow user) {
        String token = tokens.next();
        Instant now = clock.now();
        return transactions.write(tx -> {
            List<Membership> own = store.memberships(tx, user.id());
            Optional<AccountId> account = Standing.firstAccount(own);
            SessionRow session = new SessionRow(
                    RandomTokens.hash(token),
                    user.id(),
                    account,
                    Standing.firstLocation(own),
                    Optional.empty(),
                    Stage.COMPLETE,
                    now,
                    now.plus(LIFE));
            store.insert(tx, session);
            SignedIn signedIn = new SignedIn(token, session.expiresAt(), user.id(), account, Stage.COMPLETE);
            return commands.record(
                    tx,
                    person(stranger, user),
                    "sign-in",
                    new Effect<>(signedIn, user.id().value(), account, List.of()));
        });
    }

    /** Who has just proved to be this user, with no right but to have come in. */
    private static Caller person(Caller stranger, UserRow user) {
        return new Caller(
                new Caller.Subject.Person(user.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                stranger.channel(),
                stranger.requestId(),
                stranger.language());
    }

    @Override
    public Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        return callers.resolve(token, channel, requestId, language);
    }

    @Override
    public Outcome<SignedIn> complete(Caller caller, String token, String code) {
        return Outcome.refused(Refusal.notFound("session"));
    }

    @Override
    public Outcome<Current> current(Caller caller) {
        return callers.current(caller);
    }

    @Override
    public Outcome<Current> choose(Caller caller, String token, Choice choice) {
        return callers.choose(caller, token, choice);
    }

    @Override
    public void signOut(Caller caller, String token) {
        Optional<UserId> user = caller.user();
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

    private static Refusal tooManyTries(Duration wait) {
        return Refusal.of(
                Refusal.Kind.THROTTLED,
                "too-many-tries",
                "Too many tries. Try again in {0} seconds.",
                Argument.number(Math.max(1, (wait.toMillis() + 999) / 1000)));
    }
}
