package org.torg.kernel.vendor;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.contract.Source;

/**
 * The threads of one running set. An evaluation is handed over once and runs to its end on one of them, whatever parts it
 * asks; who waits for it waits no longer than the budget. Java cannot kill a thread that spins: it is lost to this set, and
 * to no other.
 */
final class Bulkhead {

    private static final int IDLE_SECONDS = 30;
    private static final String REQUEST = "requestId";
    /** Where no evaluation ends for so long, nothing moves. */
    private static final long SLICE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** More than a few wait only where their turn comes within this. */
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** One evaluation moves the mean by such a part: a pause of the whole process does not make a vendor slow. */
    private static final int SMOOTH = 32;

    private final Source whole;
    private final Limits limits;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Given up and not come back yet. */
    private final AtomicInteger lost = new AtomicInteger();

    private volatile long lastEnd = System.nanoTime();
    /** How long an evaluation keeps its thread. */
    private final AtomicLong meanNanos = new AtomicLong();

    private final ThreadPoolExecutor threads;
    private final Consumer<StackTraceElement[]> whenStuck;

    Bulkhead(VendorId vendor, Limits limits) {
        this(vendor, limits, where -> {});
    }

    /** @param whenStuck told where the code was when it was given up */
    Bulkhead(VendorId vendor, Limits limits, Consumer<StackTraceElement[]> whenStuck) {
        this.whenStuck = whenStuck;
        this.whole = new Source(vendor, "-", Vendor.class);
        this.limits = limits;
        this.free = new Semaphore(limits.threads());
        this.threads = new ThreadPoolExecutor(
                // The permits bound their number: one that has just finished may not be waiting for work yet.
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    EvaluationThread thread = new EvaluationThread(this, task, "torg-" + vendor.value());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** A thread of one bulkhead, which knows what it is doing. */
    private static final class EvaluationThread extends Thread {

        private final Bulkhead bulkhead;
        private @Nullable Evaluation<?> evaluation;

        EvaluationThread(Bulkhead bulkhead, Runnable task, String name) {
            super(task, name);
            this.bulkhead = bulkhead;
        }
    }

    /** One hand-off: what runs, and which part is asked at the moment. */
    static final class Evaluation<T> extends FutureTask<T> {

        private final Bulkhead bulkhead;
        private final @Nullable String request = MDC.get(REQUEST);
        private @Nullable GuardedPart asked;
        private volatile boolean abandoned;
        private volatile @Nullable Thread runner;
        private boolean ended;
        private boolean counted;
        private boolean settled;
        private @Nullable GuardedPart lost;

        Evaluation(Bulkhead bulkhead, Supplier<T> code) {
            super(code::get);
            this.bulkhead = bulkhead;
        }

        @Override
        public void run() {
            EvaluationThread thread = (EvaluationThread) Thread.currentThread();
            thread.evaluation = this;
            runner = thread;
            long began = System.nanoTime();
            try {
                super.run();
            } finally {
                thread.evaluation = null;
                end();
                bulkhead.lastEnd = System.nanoTime();
                long taken = bulkhead.lastEnd - began;
                bulkhead.meanNanos.updateAndGet(mean -> mean == 0 ? taken : mean + (taken - mean) / SMOOTH);
                bulkhead.free.release();
            }
        }

        private synchronized void end() {
            ended = true;
            if (counted) {
                bulkhead.lost.decrementAndGet();
            }
            if (lost != null) {
                lost.returned();
            }
        }

        /** The part that keeps the thread, if it is in one. */
        private synchronized Optional<GuardedPart> abandon() {
            counted = !ended;
            if (counted) {
                bulkhead.lost.incrementAndGet();
            }
            abandoned = true;
            // A part that has counted its call has only its way back before it.
            lost = ended || settled ? null : asked;
            return Optional.ofNullable(lost);
        }

        @Nullable
        synchronized GuardedPart enter(@Nullable GuardedPart part) {
            GuardedPart before = asked;
            asked = part;
            settled = false;
            return before;
        }

        synchronized void leave(@Nullable GuardedPart before) {
            asked = before;
        }

        /** Whether the part that is asked may count its call: not when it was counted as lost. */
        synchronized boolean settle() {
            settled = true;
            return lost == null || lost != asked;
        }

        /** Nobody waits for it any more. */
        boolean isAbandoned() {
            return abandoned;
        }

        /** Runs with the id of the request in the log. */
        void logged(Runnable log) {
            if (request == null) {
                log.run();
                return;
            }
            MDC.put(REQUEST, request);
            try {
                log.run();
            } finally {
                MDC.remove(REQUEST);
            }
        }
    }

    /** What this thread evaluates, if it is one of this bulkhead's. */
    Optional<Evaluation<?>> current() {
        return Thread.currentThread() instanceof EvaluationThread thread && thread.bulkhead == this
                ? Optional.ofNullable(thread.evaluation)
                : Optional.empty();
    }

    /**
     * Evaluates within the budget. What the code throws is thrown here.
     *
     * @throws VendorFailure when it takes too long, or too many others are waiting
     */
    <T> T evaluate(Supplier<T> code) {
        if (current().isPresent()) {
            return code.get();
        }
        enter();
        Evaluation<T> evaluation = new Evaluation<>(this, code);
        try {
            threads.execute(evaluation);
        } catch (RejectedExecutionException e) {
            free.release();
            throw whole.failure("its generation has gone");
        } catch (RuntimeException | Error e) {
            free.release();
            throw e;
        }
        try {
            return evaluation.get(limits.budget().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw abandon(evaluation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(evaluation);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void enter() {
        if (free.tryAcquire()) {
            return;
        }
        if (lost.get() >= limits.threads()) {
            throw whole.failure("all of its threads are lost");
        }
        int here = waiting.incrementAndGet();
        boolean waits = true;
        try {
            if (here > limits.waiting() && here * meanNanos.get() / limits.threads() > TURN_NANOS) {
                throw whole.failure("too many evaluations wait");
            }
            long end = System.nanoTime() + limits.budget().toNanos();
            while (!free.tryAcquire(Math.min(SLICE_NANOS, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                if (System.nanoTime() >= end) {
                    throw whole.failure("no thread became free");
                }
                // Many may wait their turn while others have theirs, but not where nothing moves.
                boolean stuck = System.nanoTime() - lastEnd > SLICE_NANOS;
                waits = !(stuck && isOneTooMany());
                if (!waits || lost.get() >= limits.threads()) {
                    throw whole.failure("too many evaluations wait");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw whole.failure("interrupted");
        } finally {
            if (waits) {
                waiting.decrementAndGet();
            }
        }
    }

    /** Takes one away from those that wait, when they are too many: so many look at the same moment, and not all are to go. */
    private boolean isOneTooMany() {
        int most = limits.waiting();
        return waiting.getAndUpdate(many -> many > most ? many - 1 : many) > most;
    }

    private VendorFailure abandon(Evaluation<?> evaluation) {
        Thread runner = evaluation.runner;
        if (runner != null) {
            whenStuck.accept(runner.getStackTrace());
        }
        VendorFailure failure = evaluation
                .abandon()
                .map(part -> part.lost(limits.budget()))
                .orElseGet(() ->
                        whole.failure("took longer than " + limits.budget().toMillis() + " ms"));
        // Code that waits for something ends by this; code that spins does not.
        evaluation.cancel(true);
        return failure;
    }

    /** No more evaluations come. Threads that are lost stay lost. */
    void close() {
        threads.shutdown();
    }
}
