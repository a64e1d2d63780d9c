package org.torg.kernel.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.store.JobStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;

/** Runs jobs, one at a time on each node, for as long as it is active. A job that it cannot finish is left to the next. */
@Component(service = JobRunner.class, immediate = true)
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final JobDesk desk;
    private final Worker worker;
    private final Nudge nudge;
    private final Runnable wake;
    private final ScheduledExecutorService leases;

    @Activate
    public JobRunner(
            @Reference Transactions transactions,
            @Reference JobStore store,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference Nudge nudge) {
        this.desk = new JobDesk(transactions, store, clock, ids.next());
        this.worker = new Worker("torg-jobs", POLL, desk::turn);
        this.nudge = nudge;
        this.wake = worker::wake;
        this.leases = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "torg-job-leases");
            thread.setDaemon(true);
            return thread;
        });
        start();
    }

    private void start() {
        nudge.register(wake);
        worker.start();
        long third = JobDesk.LEASE.toMillis() / 3;
        var unused = leases.scheduleWithFixedDelay(this::extendLease, third, third, TimeUnit.MILLISECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHandler(JobHandler handler) {
        desk.add(handler);
        worker.wake();
    }

    public void removeHandler(JobHandler handler) {
        desk.remove(handler);
    }

    @Deactivate
    public void stop() {
        nudge.unregister(wake);
        desk.stop();
        worker.stop();
        leases.shutdownNow();
    }

    private void extendLease() {
        try {
            desk.extendLease();
        } catch (RuntimeException e) {
            // The next one may come in time; else another node takes the job over.
            LOG.warn("A job's lease could not be lengthened: {}", Failures.describe(e));
        }
    }
}
