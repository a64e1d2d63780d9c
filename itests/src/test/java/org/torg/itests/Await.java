package org.torg.itests;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that another process brings about. */
final class Await {
    private Await() {}

    /** Asks ten times a second; fails with the name of what was awaited when it has not come in time. */
    static void until(String what, Duration bound, BooleanSupplier condition) {
        until(what, bound, 100, condition);
    }

    /** Asks two hundred times a second, for a minute: for what others of this process bring about. */
    static void quickly(String what, BooleanSupplier condition) {
        until(what, Duration.ofMinutes(1), 5, condition);
    }

    private static void until(String what, Duration bound, long pauseMillis, BooleanSupplier condition) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            long end = System.nanoTime() + bound.toNanos();
            while (!clock.schedule(condition::getAsBoolean, pauseMillis, TimeUnit.MILLISECONDS)
                    .get(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(what + " has not come in " + bound);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(what, e);
        } finally {
            clock.shutdownNow();
        }
    }
}
