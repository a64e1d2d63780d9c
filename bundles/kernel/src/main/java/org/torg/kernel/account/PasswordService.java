package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.Caller;
import org.torg.api.account.Passwords;
import org.torg.api.account.UserId;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.PeopleStore.ResetRequest;
import org.torg.api.store.Transactions;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.account.StrangerBudget.Kind;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;

/**
 * Forgotten and changed passwords. Whoever has forgotten one is looked up later, by {@link PasswordResets}: what happens before
 * the answer is the same for every e-mail.
 */
@Component(service = Passwords.class)
public final class PasswordService implements Passwords {

    private final Transactions transactions;
    private final PeopleStore people;
    private final JobStore jobs;
    private final OneTimeSecrets secrets;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final PasswordChange change;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final Nudge nudge;
    private final SecretTries tries;
    private final StrangerBudget budget;
    private final AskingThrottle byEmail = new AskingThrottle(3, Duration.ofMinutes(15));
    private final AskingThrottle byAddress = new AskingThrottle(20, Duration.ofMinutes(1));
    private final AskingThrottle changes = new AskingThrottle(5, Duration.ofMinutes(1));

    @Activate
    public PasswordService(
            @Reference Transactions transactions,
            @Reference PeopleStore people,
            @Reference JobStore jobs,
            @Reference OneTimeSecrets secrets,
            @Reference PasswordRules rules,
            @Reference PasswordHashes hashes,
            @Reference PasswordChange change,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Nudge nudge,
            @Reference SecretTries tries,
            @Reference StrangerBudget budget) {
        this.transactions = transactions;
        this.people = people;
        this.jobs = jobs;
        this.secrets = secrets;
        this.rules = rules;
        this.hashes = hashes;
        this.change = change;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
        this.tries = tries;
        this.budget = budget;
    }

    @Override
    public Outcome<Boolean> forgotten(Caller stranger, String email, String address) {
        Instant now = clock.now();
        String network = SignInThrottle.network(address);
        String person = email.toLowerCase(Locale.ROOT);
        // Who waits for others must not have used up the own tries meanwhile.
        Optional<Duration> wait = byAddress
                .delay(network, now)
                .or(() -> byEmail.delay(person, now))
                .or(() -> budget.take(Kind.FORGOTTEN, address))
                .or(() -> byAddress.begin(network, now))
                .or(() -> ContactRules.isEmail(email) ? byEmail.begin(person, now) : Optional.empty());
        if (wait.isPresent()) {
            return Outcome.refused(tooManyTries(wait.get()));
        }
        if (!ContactRules.isEmail(email)) {
            // Nobody has it; that it is no e-mail is no secret.
            return Outcome.done(true);
        }
        ResetRequest request = new ResetRequest(ids.next(), email, now);
        return commands.run(
                stranger,
                "forget-password",
                () -> Outcome.done(tx -> {
                    people.insert(tx, request);
                    jobs.insert(tx, new Job(ids.next(), PasswordResets.KIND, request.id(), now, 0));
                    nudge.owe();
                    return new Effect<>(true, request.id(), Optional.empty(), List.of());
                }));
    }

    @Override
    public Outcome<Boolean> reset(Caller stranger, String secret, char[] password, String address) {
        return tries.from(address, () -> setAnew(stranger, secret, password));
    }

    private Outcome<Boolean> setAnew(Caller stranger, String secret, char[] password) {
        return commands.run(stranger, "reset-password", () -> transactions
                .read(tx -> secrets.subject(tx, Purpose.PASSWORD_RESET, secret)
                        .flatMap(id -> people.login(tx, new UserId(id)))
                        .filter(login -> login.person().active()))
                .map(login -> acceptable(login, password).map(hash -> reset(secret, login, hash)))
                .orElseGet(() -> Outcome.refused(OneTimeSecrets.invalid())));
    }

    private Change<Boolean> reset(String secret, LoginRow login, String hash) {
        return tx -> {
            Optional<String> used = secrets.use(tx, Purpose.PASSWORD_RESET, secret);
            if (!used.equals(Optional.of(login.person().id().value()))) {
                throw new RefusedException(OneTimeSecrets.invalid());
            }
            change.set(tx, login, hash, Optional.empty(), Optional.of(Reason.PASSWORD_FORGOTTEN));
            return effect(login);
        };
    }

    @Override
    public Outcome<Boolean> change(
            Caller caller, String token, char[] current, char[] password, boolean withdrawTokens) {
        return OwnIdentity.of(caller).flatMap(user -> {
            Optional<Duration> wait = changes.begin(user.value(), clock.now());
            return wait.isPresent()
                    ? Outcome.refused(tooManyTries(wait.get()))
                    : commands.run(
                            caller, "change-password", () -> prepare(user, token, current, password, withdrawTokens));
        });
    }

    private Outcome<Change<Boolean>> prepare(
            UserId user, String token, char[] current, char[] password, boolean withdrawTokens) {
        Optional<LoginRow> login = transactions.read(tx -> people.login(tx, user));
        Optional<Boolean> fits = hashes.fits(current, login.map(LoginRow::passwordHash));
        if (fits.isEmpty()) {
            return Outcome.refused(tooManyTries(Duration.ofSeconds(1)));
        }
        if (login.isEmpty() || !fits.get()) {
            return Outcome.refused(credentialsWrong());
        }
        changes.forget(user.value());
        return acceptable(login.get(), password).map(hash -> tx -> {
            boolean same = people.login(tx, user)
                    .filter(now -> now.passwordHash().equals(login.get().passwordHash()))
                    .isPresent();
            if (!same) {
                throw new RefusedException(changedMeanwhile());
            }
            change.set(
                    tx,
                    login.get(),
                    hash,
                    Optional.of(RandomTokens.hash(token)),
                    withdrawTokens ? Optional.of(Reason.PASSWORD_CHANGED) : Optional.empty());
            return effect(login.get());
        });
    }

    /** The hash of a password that this person may have. */
    private Outcome<String> acceptable(LoginRow login, char[] password) {
        Optional<Refusal> objection =
                rules.objection(password, login.email(), login.person().name());
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return hashes.hash(password)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(tooManyTries(Duration.ofSeconds(1))));
    }

    private static Effect<Boolean> effect(LoginRow login) {
        return new Effect<>(true, login.person().id().value(), Optional.empty(), List.of());
    }

    /** Not of the kind that ends a session: only this was not proved. */
    static Refusal credentialsWrong() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE, "credentials-wrong", "E-mail and password do not belong together.");
    }

    static Refusal changedMeanwhile() {
        return Refusal.of(
                Refusal.Kind.CONFLICT, "changed-meanwhile", "Somebody else changed this at the same time. Try again.");
    }

    static Refusal tooManyTries(Duration wait) {
        return Refusal.of(
                Refusal.Kind.THROTTLED,
                "too-many-tries",
                "Too many tries. Try again in {0} seconds.",
                Argument.number(Math.max(1, (wait.toMillis() + 999) / 1000)));
    }
}
