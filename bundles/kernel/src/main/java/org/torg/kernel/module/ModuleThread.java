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
     * @throws TimeoutException when it has not come to its end; it may still do so
     */
    static <T> T call(String name, Duration patience, Callable<T> work) throws ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        new ModuleThread(task, "torg-module-" + name).start();
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
