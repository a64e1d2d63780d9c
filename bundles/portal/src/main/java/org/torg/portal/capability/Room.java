package org.torg.portal.capability;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The threads of one capability: its code never has one of the server's, and who waits for it waits no longer than the budget. A thread
 * that does not come back is lost to this capability, and to no other.
 */
public final class Room {

    private static final int THREADS = 16;
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final int IDLE_SECONDS = 30;
    private static final String REQUEST = "requestId";

    private final Duration budget;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    Room(String name) {
        this(name, THREADS, BUDGET);
    }

    Room(String name, int most, Duration budget) {
        this.budget = budget;
        this.free = new Semaphore(most);
        this.threads = new ThreadPoolExecutor(
                // The permits bound their number: one that has just finished may not be waiting for work yet.
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "torg-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Why code of a capability has no result. Where it was given up, the cause tells what it was doing. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    private final class Work<T> extends FutureTask<T> {

        private final @Nullable String request = MDC.get(REQUEST);
        private volatile @Nullable Thread runner;

        private final AtomicBoolean inside = new AtomicBoolean(true);

        Work(Supplier<T> code) {
            super(code::get);
        }

        @Override
        protected void set(T result) {
            leave();
            super.set(result);
        }

        @Override
        protected void setException(Throwable failure) {
            leave();
            super.setException(failure);
        }

        /** Before anybody hears of the result: who then comes again finds the place free. */
        private void leave() {
            if (inside.getAndSet(false)) {
                free.release();
            }
        }

        @Override
        public void run() {
            runner = Thread.currentThread();
            if (request != null) {
                MDC.put(REQUEST, request);
            }
            try {
                super.run();
            } finally {
                MDC.remove(REQUEST);
                leave();
            }
        }

        Failure abandon() {
            Failure failure = new Failure("it took longer than " + budget.toMillis() + " ms");
            Thread here = runner;
            if (here != null) {
                Throwable where = new Throwable("what it was doing");
                where.setStackTrace(here.getStackTrace());
                failure.initCause(where);
            }
            // Code that waits for something ends by this; code that spins does not.
            cancel(true);
            return failure;
        }
    }

    /**
     * Runs code within the budget. What it throws is thrown here.
     *
     * @throws Failure when it takes too long, when all threads have work or are lost, or when the capability has gone
     */
    public <T> T within(Supplier<T> code) {
        if (!free.tryAcquire()) {
            throw new Failure("it has no room for one more request");
        }
        Work<T> work = new Work<>(code);
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            free.release();
            throw new Failure("it has gone");
        } catch (RuntimeException | Error e) {
            free.release();
            throw e;
        }
        try {
            return work.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw work.abandon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw work.abandon();
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

    /** Nothing more is begun; what runs may end. */
    void close() {
        threads.shutdown();
    }
}
