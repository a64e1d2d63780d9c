package org.torg.kernel.upload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.torg.api.store.Transactions;
import org.torg.api.store.UploadStore;
import org.torg.api.upload.UploadId;
import org.torg.kernel.job.Failures;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Removes unfinished files whose rest never came, and finished ones to which nothing refers. Once an hour. */
@Component(service = JobHandler.class)
public final class UploadExpiry implements JobHandler {

    static final String KIND = "expire-uploads";
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(UploadExpiry.class);

    private final Transactions transactions;
    private final JobStore jobs;
    private final UploadStore store;
    private final UploadRemoval removal;
    private final Clock clock;

    @Activate
    public UploadExpiry(
            @Reference Transactions transactions,
            @Reference JobStore jobs,
            @Reference UploadStore store,
            @Reference UploadRemoval removal,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.store = store;
        this.removal = removal;
        this.clock = clock;
        try {
            plan(clock.now());
        } catch (StoreException e) {
            // Not worth a start that fails: the next start plans it.
            LOG.warn("The expiry of uploads is not planned: {}", Failures.describe(e));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Instant now = clock.now();
        plan(now.plus(1, ChronoUnit.HOURS));
        List<UploadId> expired = expired(now);
        while (!expired.isEmpty()) {
            for (UploadId id : expired) {
                run.checkpoint();
                boolean unused = transactions.write(tx -> store.remove(tx, id, Optional.of(now)));
            }
            expired = expired(now);
        }
        int removed = removal.ofAll(run::checkpoint);
        LOG.debug("Removed {} uploads", removed);
    }

    private List<UploadId> expired(Instant now) {
        return transactions.read(tx -> store.expired(tx, now, AT_ONCE));
    }

    /** One job for each hour, whichever node comes first: its id is the hour. */
    private void plan(Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        Job job = new Job(KIND + "-" + hour.getEpochSecond() / 3600, KIND, "", hour, 0);
        try {
            transactions.change(tx -> jobs.insert(tx, job));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CONFLICT) {
                throw e;
            }
        }
    }
}
