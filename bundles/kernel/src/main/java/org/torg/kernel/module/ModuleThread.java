package org.torg.kernel.module;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.torg.kernel.job.Failures;
import org.torg.kernel.vendor.Thrown;

/**
 * Runs code of a module for the kernel, for so long at most: one that hangs costs this thread and nothing else. What happens
 * to a bundle on such a thread is the kernel's own doing, on any other somebody else's.
 */
final class ModuleThread extends Thread {

    /** What an interrupted thread has to come to its end. */
    private static final long GRACE_MILLIS = 200;

    /** What the work threw, in words alone: methods of a module's exception are its code, and were called on this thread. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String classes;
        private final String trace;

        private Failed(Throwable thrown) {
            super(null, null, false, false);
            this.classes = Failures.classes(thrown);
            this.trace = Thrown.text(thrown);
        }

        /** Simple class names, without messages. */
        String classes() {
            return classes;
        }

        /** For the log; begins on a line of its own. */
        String trace() {
            return trace;
        }
    }

    /** The work did not end in time. */
    static final class Hung extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Thread thread;

        private Hung(Thread thread, Duration patience) {
            super("not done within " + patience);
            this.thread = thread;
        }

        /** Whether it still holds what it has got, such as locks of the container. */
        boolean lasts() {
            return thread.isAlive();
        }
    }

    private ModuleThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
        setContextClassLoader(ModuleThread.class.getClassLoader());
    }

    static boolean isCurrent() {
        return Thread.currentThread() instanceof ModuleThread;
    }

    /**
     * @throws Failed when it threw something, an error too
     * @throws Hung when it has not come to its end; it was interrupted
     */
    static <T> T call(String name, Duration patience, Callable<T> work) throws Failed, Hung {
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.call();
            } catch (Throwable e) {
                throw failed(e);
            }
        });
        ModuleThread thread = new ModuleThread(task, "torg-module-" + name);
        thread.start();
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Failed failed ? failed : new Failed(e);
                } catch (TimeoutException e) {
                    thread.interrupt();
                    thread.join(GRACE_MILLIS);
                    throw new Hung(thread, patience);
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
            throw new Hung(thread, patience);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Failed failed(Throwable thrown) {
        try {
            return new Failed(thrown);
        } catch (Throwable e) {
            // Even its exception throws.
            return new Failed(new IllegalStateException());
        }
    }
}
