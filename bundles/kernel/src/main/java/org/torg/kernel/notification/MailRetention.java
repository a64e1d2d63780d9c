package org.torg.kernel.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.Failures;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Removes mails three months after they have left or were given up, with the keys of their own. Once a day. */
@Component(service = JobHandler.class)
public final class MailRetention implements JobHandler {

    static final String KIND = "mail-retention";
    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(MailRetention.class);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final JobStore jobs;
    private final MailStore store;
    private final MailOutbox outbox;
    private final Clock clock;

    @Activate
    public MailRetention(
            @Reference Transactions transactions,
            @Reference JobStore jobs,
            @Reference MailStore store,
            @Reference MailOutbox outbox,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        planFirst();
    }

    private void planFirst() {
        try {
            plan(clock.now());
        } catch (StoreException e) {
            // Not worth a start that fails: the next start plans it.
            LOG.warn("The retention of mails is not planned: {}", Failures.describe(e));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Instant now = clock.now();
        plan(now.plus(1, ChronoUnit.DAYS));
        int removed;
        do {
            run.checkpoint();
            removed = transactions.write(tx -> {
                List<MailRow> old = store.deleteSettledBefore(tx, now.minus(KEPT), BATCH);
                old.forEach(mail -> outbox.forget(tx, mail));
                return old.size();
            });
        } while (removed == BATCH);
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
