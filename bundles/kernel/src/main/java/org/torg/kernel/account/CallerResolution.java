package org.torg.kernel.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Sessions.Choice;
import org.torg.api.account.Sessions.Current;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.vendor.VendorRegistry;

/** Who is behind the token of a session, for whom they act, and what they may do now. One statement for each request. */
@Component(service = CallerResolution.class)
public final class CallerResolution {

    /** How the tokens of programs begin; they are no sessions. */
    static final String API_TOKEN = "torg_";

    private final Transactions transactions;
    private final AccountStore store;
    private final Clock clock;
    private final TenantDay day;

    @Activate
    public CallerResolution(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference VendorRegistry vendors,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.day = new TenantDay(vendors, clock);
    }

    /** As {@code Sessions.resolve} says. */
    Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        return session(token)
                .map(found -> Outcome.done(caller(found, channel, requestId, language)))
                .orElseGet(() -> Outcome.refused(invalid()));
    }

    private Optional<SignedInRow> session(String token) {
        Instant now = clock.now();
        return RandomTokens.isOne(token)
                ? transactions.read(tx -> store.session(tx, RandomTokens.hash(token), now))
                : Optional.empty();
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
        return Outcome.refused(Refusal.notFound("session"));
    }

    /** As {@code Sessions.choose} says. */
    Outcome<Current> choose(Caller caller, String token, Choice choice) {
        return Outcome.refused(Refusal.notFound("session"));
    }

    /** Nobody is told whether a token was ever one. */
    static Refusal invalid() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "token-invalid",
                "The token is unknown, has expired or was signed out. Sign in again.");
    }
}
