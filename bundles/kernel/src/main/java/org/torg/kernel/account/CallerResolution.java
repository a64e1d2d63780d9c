package org.torg.kernel.account;

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
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Sessions.Choice;
import org.torg.api.account.Sessions.Current;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.store.ActingStore;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.KnownVendors;

/** Who is behind the token of a session, for whom they act, and what they may do now. One statement for each request. */
@Component(service = CallerResolution.class)
public final class CallerResolution {

    private static final Logger LOG = LoggerFactory.getLogger(CallerResolution.class);

    private final Transactions transactions;
    private final AccountStore store;
    private final ActingStore acting;
    private final Commands commands;
    private final Gate gate;
    private final Clock clock;
    private final TenantDay day;
    private final Choices choices;
    private final Surroundings surroundings;

    @Activate
    public CallerResolution(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference ActingStore acting,
            @Reference PeopleStore people,
            @Reference GuardianStore guardians,
            @Reference KnownVendors vendors,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.acting = acting;
        this.commands = commands;
        this.gate = gate;
        this.clock = clock;
        this.day = new TenantDay(vendors, clock);
        this.choices = new Choices(store, acting, people, guardians);
        this.surroundings = new Surroundings(acting, people, guardians);
    }

    /** As {@code Sessions.resolve} says. */
    Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        Optional<SignedInRow> row = session(token);
        row.map(SignedInRow::session).ifPresent(this::note);
        return row.map(found -> Outcome.done(caller(found, channel, requestId, language)))
                .orElseGet(() -> Outcome.refused(invalid()));
    }

    private Optional<SignedInRow> session(String token) {
        Instant now = clock.now();
        return RandomTokens.isOne(token)
                ? transactions.read(tx -> store.session(tx, RandomTokens.hash(token), now))
                : Optional.empty();
    }

    /** A use is worth noting now and then, but no request fails because of that. */
    private void note(SessionRow session) {
        Instant now = clock.now();
        if (session.lastUsedAt().plus(TokenResolution.NOTED_EACH).isAfter(now)) {
            return;
        }
        try {
            transactions.change(tx -> store.sessionUsed(tx, session.tokenHash(), now));
        } catch (StoreException e) {
            LOG.debug("The use of a session was not noted", e);
        }
    }

    private Caller caller(SignedInRow row, Caller.Channel channel, String requestId, Optional<Locale> language) {
        SessionRow session = row.session();
        Locale spoken = language.orElseGet(() -> Locale.forLanguageTag(row.language()));
        if (session.stage() != Stage.COMPLETE) {
            boolean enrolled = session.stage() == Stage.SECOND_FACTOR_NEEDED;
            return new Caller(
                    new Caller.Subject.Pending(session.user(), enrolled),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    channel,
                    requestId,
                    spoken);
        }
        Standing standing = Standing.of(row, day.today());
        return new Caller(
                new Caller.Subject.Person(session.user()),
                standing.account(),
                standing.location(),
                standing.actingFor(),
                standing.grants(),
                channel,
                requestId,
                spoken,
                standing.mustChoosePerson());
    }

    /** As {@code Sessions.current} says. */
    Outcome<Current> current(Caller caller) {
        return current(caller, true);
    }

    /** As {@code Sessions.standing} says. */
    Outcome<Current> standing(Caller caller) {
        return current(caller, false);
    }

    private Outcome<Current> current(Caller caller, boolean withOthers) {
        Optional<UserId> user = caller.user();
        return user.isEmpty()
                ? Outcome.refused(nobody(caller))
                : transactions
                        .read(tx -> surroundings.of(tx, caller, user.get(), day.today(), withOthers))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(invalid()));
    }

    /** As {@code Sessions.choose} says. */
    Outcome<Current> choose(Caller caller, String token, Choice choice) {
        if (!caller.isSignedIn()) {
            return Outcome.refused(nobody(caller));
        }
        Optional<SignedInRow> row = session(token).filter(found -> caller.user()
                .equals(Optional.of(found.session().user())));
        if (row.isEmpty() || row.get().session().stage() != Stage.COMPLETE) {
            return Outcome.refused(invalid());
        }
        return transactions
                .read(tx -> choices.of(tx, row.get(), choice, day.today()))
                .flatMap(chosen -> keep(caller, chosen))
                .flatMap(this::current);
    }

    private Outcome<Caller> keep(Caller caller, SignedInRow chosen) {
        SessionRow session = chosen.session();
        Caller next = caller(chosen, caller.channel(), caller.requestId(), Optional.of(caller.language()));
        return transactions.write(tx -> {
            boolean kept = acting.choose(
                    tx,
                    session.user(),
                    session.tokenHash(),
                    session.account(),
                    session.location(),
                    session.actingFor());
            if (!kept) {
                return Outcome.refused(invalid());
            }
            return Outcome.done(commands.record(
                    tx,
                    next,
                    "choose-account",
                    new Effect<>(next, session.user().value(), session.account(), List.of())));
        });
    }

    /** Why a stranger, or one who has not signed in to the end, or a program has no session here. */
    private Refusal nobody(Caller caller) {
        return caller.user().isPresent()
                ? Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "person-required",
                        "Only a person who has signed in may do this, not a program with a token.")
                : gate.denied(caller, Function.ACCOUNT_READ);
    }

    /** Nobody is told whether a token was ever one. */
    static Refusal invalid() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "token-invalid",
                "The token is unknown, has expired or was signed out. Sign in again.");
    }
}
