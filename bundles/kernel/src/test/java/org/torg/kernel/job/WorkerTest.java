package org.torg.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger turns = new AtomicInteger();

    private boolean turn() {
        turns.incrementAndGet();
        begun.release();
        allowed.acquireUninterruptibly();
        return false;
    }

    private void awaitTurn() throws InterruptedException {
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nudgesDuringATurnShareTheNext() throws InterruptedException {
        Worker worker = new Worker("test", NEVER, this::turn);
        worker.start();
        awaitTurn();
        worker.wake();
        worker.wake();
        allowed.release();
        awaitTurn();
        allowed.release();
        worker.stop();
        assertThat(turns).hasValue(2);
    }

    @Test
    void aNudgeSoonAfterATurnWaitsForThePause() throws InterruptedException {
        Worker worker = new Worker("test", NEVER, NEVER, this::turn);
        worker.start();
        awaitTurn();
        worker.wake();
        allowed.release(2);
        // It would begin its next turn now, and does not: the pause is long.
        assertThat(begun.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
        worker.stop();
        assertThat(turns).hasValue(1);
    }

    @Test
    void afterThePauseTheNudgeIsHeard() throws InterruptedException {
        Worker worker = new Worker("test", NEVER, Duration.ofMillis(20), this::turn);
        worker.start();
        awaitTurn();
        worker.wake();
        allowed.release(2);
        awaitTurn();
        worker.stop();
    }
}
