package org.torg.portal.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean spinning = new AtomicBoolean(true);

    @AfterEach
    void everythingEnds() {
        spinning.set(false);
    }

    private String hang() {
        try {
            never.await();
            return "never";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            ended.countDown();
        }
    }

    private String spin() {
        while (spinning.get()) {
            Thread.onSpinWait();
        }
        ended.countDown();
        return "at last";
    }

    @Test
    void codeHasAThreadOfItsOwn() {
        Room room = new Room("visits", 1, LONG);

        assertThat(room.within(() -> Thread.currentThread().getName())).isEqualTo("torg-visits");
    }

    @Test
    void whatCodeThrowsIsThrownHereAndLeavesItsPlace() {
        Room room = new Room("visits", 1, LONG);
        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> room.within(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .withMessage("broken");
        }
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> room.within(() -> {
                    throw new StackOverflowError();
                }));
        assertThat(room.within(() -> "well")).isEqualTo("well");
    }

    @Test
    void codeThatHangsIsGivenUpIsToldWhereItWasAndEnds() throws InterruptedException {
        Room room = new Room("visits", 1, SHORT);

        assertThatExceptionOfType(Room.Failure.class)
                .isThrownBy(() -> room.within(this::hang))
                .withMessageContaining("50 ms")
                .havingCause()
                .matches(where -> where.getStackTrace().length > 0);

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void codeThatSpinsIsLostToItsOwnCapabilityOnly() throws InterruptedException {
        Room room = new Room("visits", 1, SHORT);
        Room other = new Room("bookings", 1, LONG);

        assertThatExceptionOfType(Room.Failure.class).isThrownBy(() -> room.within(this::spin));
        assertThatExceptionOfType(Room.Failure.class)
                .isThrownBy(() -> room.within(() -> "one more"))
                .withMessageContaining("no room");
        assertThat(other.within(() -> "well")).isEqualTo("well");

        spinning.set(false);
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void nothingIsBegunAfterTheEnd() {
        Room room = new Room("visits", 1, LONG);
        room.close();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(Room.Failure.class)
                    .isThrownBy(() -> room.within(() -> "late"))
                    .withMessageContaining("gone");
        }
    }
}
