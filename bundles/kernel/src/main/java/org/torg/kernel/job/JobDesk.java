package org.torg.kernel.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;

/** Claims jobs, has them carried out, and decides what becomes of those that fail. */
final class JobDesk {

    static final int TRIES = 5;
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final JobStore store;
    private final Clock clock;
    private final String node;
    private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile Optional<Claimed> current = Optional.empty();

    /** @param node unlike that of every other runner, living or dead */
    JobDesk(Transactions transactions, JobStore store, Clock clock, String node) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.node = node;
    }

    void add(JobHandler handler) {
        handlers.put(handler.kind(), handler);
    }

    void remove(JobHandler handler) {
        handlers.remove(handler.kind(), handler);
    }

    /** The job that runs now stops at its next checkpoint. */
    void stop() {
        stopping.set(true);
    }

    /** Claims one job and carries it out. Answers whether there was one. */
    boolean turn() {
        List<String> kinds = handlers.keySet().stream().sorted().toList();
        if (kinds.isEmpty() || stopping.get()) {
            return false;
        }
        Instant now = clock.now();
        Optional<Job> claimed = transactions.write(tx -> store.claim(tx, kinds, node, now, now.plus(LEASE)));
        if (claimed.isEmpty()) {
            return false;
        }
        Claimed job = new Claimed(claimed.get());
        Optional<JobHandler> handler = Optional.ofNullable(handlers.get(job.kind()));
        if (handler.isEmpty()) {
            release(job);
            return false;
        }
        current = Optional.of(job);
        try {
            carryOut(job, handler.get());
        } finally {
            current = Optional.empty();
        }
        return true;
    }

    /** Lengthens the lease of the job that runs now; called every third of a lease. */
    void extendLease() {
        current.ifPresent(Claimed::extend);
    }

    private void carryOut(Claimed job, JobHandler handler) {
        if (job.attempts() > TRIES) {
            // Its last try did not even come to say that it failed: the process died.
            park(job, handler, "died");
            return;
        }
        try {
            handler.run(job);
            transactions.change(tx -> {
                job.hold(tx);
                store.done(tx, job.id());
            });
        } catch (JobStopped e) {
            LOG.info("Job {} {}: {}", job.kind(), job.id(), e.getMessage());
            release(job);
        } catch (RuntimeException e) {
            failed(job, handler, e);
        }
    }

    private void failed(Claimed job, JobHandler handler, RuntimeException failure) {
        LOG.warn(
                "Job {} {} failed, try {} of {}: {}",
                job.kind(),
                job.id(),
                job.attempts(),
                TRIES,
                Failures.describe(failure));
        LOG.debug("Job {} {}", job.kind(), job.id(), failure);
        if (job.isLost()) {
            return;
        }
        if (job.attempts() >= TRIES) {
            park(job, handler, Failures.classes(failure));
        } else {
            Instant dueAt = clock.now().plus(FIRST_DELAY.multipliedBy(1L << (2 * (job.attempts() - 1))));
            transactions.change(tx -> {
                job.hold(tx);
                store.retry(tx, job.id(), dueAt, Failures.classes(failure));
            });
        }
    }

    private void park(Claimed job, JobHandler handler, String why) {
        transactions.change(tx -> {
            job.hold(tx);
            handler.givenUp(tx, job.argument());
            store.park(tx, job.id(), why);
        });
    }

    /** Gives the job back: whoever comes next need not wait for the lease to run out, and this was no try. */
    private void release(Claimed job) {
        if (!job.isLost()) {
            boolean unused = transactions.write(tx -> store.release(tx, job.id(), node, clock.now()));
        }
    }

    private final class Claimed implements JobRun {

        private final Job job;
        private final AtomicBoolean lost = new AtomicBoolean();

        Claimed(Job job) {
            this.job = job;
        }

        String id() {
            return job.id();
        }

        String kind() {
            return job.kind();
        }

        /** This try included. */
        int attempts() {
            return job.attempts();
        }

        boolean isLost() {
            return lost.get();
        }

        @Override
        public String argument() {
            return job.argument();
        }

        @Override
        public void checkpoint() {
            if (lost.get()) {
                throw new JobStopped("taken over by another node");
            }
            if (stopping.get()) {
                throw new JobStopped("left to the next start");
            }
        }

        @Override
        public void hold(Tx tx) {
            if (!store.extend(tx, job.id(), node, clock.now().plus(LEASE))) {
                lost.set(true);
                throw new JobStopped("taken over by another node");
            }
        }

        void extend() {
            boolean mine = transactions.write(
                    tx -> store.extend(tx, job.id(), node, clock.now().plus(LEASE)));
            if (!mine) {
                lost.set(true);
            }
        }
    }
}
