package org.torg.kernel.job;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that takes turns while there is work, sleeps when there is none, and wakes when it is nudged or after a while.
 * The first nudge after a rest is heard at once; those that follow closely wait a moment, and share a turn.
 * It is never interrupted: a database that is read through channels would suffer.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final String name;
    private final Duration poll;
    private final long pauseNanos;
    private final BooleanSupplier turn;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean nudged;
    private boolean stopping;
    private long lastTurn;

    /**
     * @param poll the longest sleep
     * @param turn does one piece of work, and answers whether there may be more
     */
    public Worker(String name, Duration poll, BooleanSupplier turn) {
        this(name, poll, Duration.ZERO, turn);
    }

    /** @param pause between the beginnings of two turns, unless the first says that there may be more */
    public Worker(String name, Duration poll, Duration pause, BooleanSupplier turn) {
        this.name = name;
        this.poll = poll;
        this.pauseNanos = pause.toNanos();
        this.turn = turn;
        this.lastTurn = System.nanoTime() - pauseNanos;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** There may be work. Returns at once. */
    public void wake() {
        lock.lock();
        try {
            if (!nudged) {
                nudged = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no further turn, and waits a while for the one that is going on. */
    public void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join(STOP_WAIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        boolean more = true;
        while (mayGoOn(more)) {
            try {
                more = turn.getAsBoolean();
            } catch (RuntimeException e) {
                LOG.warn("{} goes on after {}", name, Failures.describe(e));
                LOG.debug("{}", name, e);
                more = false;
            }
        }
    }

    /** Sleeps unless there may be work. Answers false when it is time to stop. */
    private boolean mayGoOn(boolean more) {
        lock.lock();
        try {
            long left = poll.toNanos();
            while (!stopping && !nudged && !more && left > 0) {
                left = changed.awaitNanos(left);
            }
            left = more ? 0 : pauseNanos - (System.nanoTime() - lastTurn);
            while (!stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            nudged = false;
            lastTurn = System.nanoTime();
            return !stopping;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
