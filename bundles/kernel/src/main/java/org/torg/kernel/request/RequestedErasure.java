package org.torg.kernel.request;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Function;
import org.torg.api.account.UserId;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Privacy.Erasure;
import org.torg.api.privacy.Subject;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.RequestStore.StepRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/**
 * Carries out an erasure that staff have approved (L04), and notes in the request what stays and until when. What stands in the
 * way, such as that nobody else owns the account, opens the request again.
 */
@Component(service = JobHandler.class)
public final class RequestedErasure implements JobHandler {

    static final String KIND = "requested-erasure";

    private static final Logger LOG = LoggerFactory.getLogger(RequestedErasure.class);
    private static final Caller ERASER = Caller.machine("requests", Function.PERSONAL_DATA);
    private static final int NOTE = 1000;

    private final Transactions transactions;
    private final RequestStore store;
    private final Privacy privacy;
    private final Clock clock;

    @Activate
    public RequestedErasure(
            @Reference Transactions transactions,
            @Reference RequestStore store,
            @Reference Privacy privacy,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.privacy = privacy;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Optional<RequestRow> row = transactions.read(tx -> store.request(tx, run.argument()));
        Optional<UserId> person = row.filter(RequestedErasure::isDue).flatMap(RequestRow::by);
        if (person.isEmpty()) {
            return;
        }
        Outcome<Erasure> erased = privacy.erase(
                ERASER, Optional.of(new IdempotencyKey("erase-" + run.argument())), new Subject.User(person.get()));
        StepRow step = erased instanceof Outcome.Refused<Erasure> refused
                ? step(State.OPEN, notDone(refused.refusal()))
                : step(State.APPROVED, kept(erased.orElseThrow()));
        transactions.change(tx -> {
            run.hold(tx);
            RequestRow now = store.request(tx, run.argument()).orElseThrow();
            store.step(tx, now, now.matched(), step);
        });
    }

    /** Approved, and nothing has been noted since: the last word is that of staff. */
    private static boolean isDue(RequestRow row) {
        return row.state() == State.APPROVED
                && row.log().get(row.log().size() - 1).note().isEmpty();
    }

    private StepRow step(State state, String note) {
        String cut = note.length() > NOTE ? note.substring(0, NOTE) : note;
        return new StepRow(clock.now(), Optional.empty(), state, Optional.empty(), Optional.of(cut));
    }

    private static String notDone(Refusal refusal) {
        LOG.info("An erasure that was approved is refused: {}", refusal.code());
        return "not-erased: " + refusal.code();
    }

    /** Such as {@code erased; kept: invoices/accounting until 2031-12-31}. */
    private static String kept(Erasure erasure) {
        String holds = erasure.kept().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(part -> part.getValue().stream().map(hold -> part.getKey() + "/" + named(hold)))
                .collect(Collectors.joining(", "));
        return holds.isEmpty() ? "erased" : "erased; kept: " + holds;
    }

    private static String named(Hold hold) {
        return hold.code() + hold.until().map(until -> " until " + until).orElse("");
    }
}
