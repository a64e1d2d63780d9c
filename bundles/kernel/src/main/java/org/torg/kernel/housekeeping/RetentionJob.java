package org.torg.kernel.housekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.RetentionStore;
import org.torg.api.store.RetentionStore.Part;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.job.Failures;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.privacy.RetentionPeriods;

/**
 * Removes carts, events, audit entries and imports once they are older than they are kept: once a day, by whichever node claims the
 * job, a bounded part in each transaction.
 */
@Component(service = JobHandler.class)
public final class RetentionJob implements JobHandler {

    static final String KIND = "retention";

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final JobStore jobs;
    private final RetentionStore store;
    private final Clock clock;
    private final RetentionPeriods periods;

    @Activate
    public RetentionJob(
            @Reference RetentionPeriods periods,
            @Reference Transactions transactions,
            @Reference JobStore jobs,
            @Reference RetentionStore store,
            @Reference Clock clock) {
        this.periods = periods;
        this.transactions = transactions;
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
        planFirst();
    }

    private void planFirst() {
        try {
            plan(clock.now());
        } catch (StoreException e) {
            // Not worth a start that fails: the next start plans it.
            LOG.warn("Retention is not planned: {}", Failures.describe(e));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        plan(clock.now().plus(1, ChronoUnit.DAYS));
        remove(run, "carts", periods.carts(), store::carts);
        remove(run, "places in the feed", periods.events(), store::feed);
        remove(run, "events", periods.events(), store::events);
        remove(run, "audit entries", periods.audit(), store::audit);
        remove(run, "imports", periods.imports(), store::imports);
    }

    private interface Removal {
        Part of(Tx tx, Instant before, Optional<String> after, int limit);
    }

    private void remove(JobRun run, String what, Optional<Period> kept, Removal removal) {
        if (kept.isEmpty()) {
            return;
        }
        LocalDate today = clock.today(ZoneOffset.UTC);
        Instant before = today.minus(kept.get()).atStartOfDay(ZoneOffset.UTC).toInstant();
        int removed = 0;
        Optional<String> after = Optional.empty();
        do {
            run.checkpoint();
            Optional<String> from = after;
            Part part = transactions.write(tx -> {
                run.hold(tx);
                return removal.of(tx, before, from, BATCH);
            });
            removed += part.removed();
            after = part.next();
        } while (after.isPresent());
        if (removed > 0) {
            LOG.info("Removed {} {} from before {}", removed, what, before);
        }
    }

    /** One job for each day, whichever node comes first: its id is the day. */
    private void plan(Instant at) {
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        Job job = new Job(KIND + "-" + day.getEpochSecond() / 86_400, KIND, "", day, 0);
        try {
            transactions.change(tx -> jobs.insert(tx, job));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CONFLICT) {
                throw e;
            }
        }
    }
}
