package org.torg.itests;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Ends what takes too long: its thread is interrupted, and what all threads did then is told. */
final class Deadline {

    private Deadline() {}

    /**
     * Does the work in this thread.
     *
     * @throws AssertionError with what all threads did, when it has not ended in time; it must heed an interrupt
     */
    static void within(String what, Duration bound, Runnable work) {
        Thread worker = Thread.currentThread();
        AtomicReference<String> late = new AtomicReference<>("");
        Alarm alarm = new Alarm(bound, () -> {
            late.set(threads());
            worker.interrupt();
        });
        try {
            work.run();
        } catch (RuntimeException e) {
            alarm.off();
            if (late.get().isEmpty()) {
                throw e;
            }
            throw new AssertionError(what + " has not ended in " + bound + "\n" + late.get(), e);
        } finally {
            alarm.off();
            if (!late.get().isEmpty()) {
                // It was meant for this work alone.
                Thread.interrupted();
            }
        }
    }

    /** Does something later, unless it is switched off before. */
    static final class Alarm {

        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "deadline");
            thread.setDaemon(true);
            return thread;
        });

        Alarm(Duration after, Runnable alarm) {
            clock.schedule(alarm, after.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** What has begun is done. */
        void off() {
            clock.shutdownNow();
            try {
                clock.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What all threads do at this moment. */
    static String threads() {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            all.append('"').append(thread.getName()).append("\" ").append(thread.getState());
            for (StackTraceElement element : entry.getValue()) {
                all.append("\n    at ").append(element);
            }
            all.append("\n\n");
        }
        return all.toString();
    }
}
