package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatHangsIsInterruptedAndTold() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Deadline.within("The closing", Duration.ofMillis(50), DeadlineTest::hang))
                .withMessageStartingWith("The closing has not ended in PT0.05S")
                .withMessageContaining("DeadlineTest.hang")
                .withMessageContaining("\"main\"");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatEndsInTimeIsLeftAlone() {
        AtomicBoolean done = new AtomicBoolean();
        Deadline.within("It", Duration.ofMinutes(1), () -> done.set(true));

        assertThat(done).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deadline.within("It", Duration.ofMinutes(1), () -> {
                    throw new IllegalArgumentException();
                }));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
