package org.torg.kernel.module;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs code of a module for the kernel, for so long at most: one that hangs costs this thread and nothing else. What happens
 * to a bundle on such a thread is the kernel's own doing, on any other somebody else's.
 */
final class ModuleThread extends Thread {

    /** What an interrupted thread has to come to its end. */
    private static final long GRACE_MILLIS = 200;

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
     * @throws ExecutionException with what it threw, an error too
     * @throws Hung when it has not come to its end; it was interrupted
     */
    static <T> T call(String name, Duration patience, Callable<T> work) throws ExecutionException, Hung {
        FutureTask<T> task = new FutureTask<>(work);
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
}
