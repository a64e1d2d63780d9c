package org.torg.kernel.pricing;

import java.time.Duration;
import java.time.Instant;
import org.torg.api.Clock;

/** Stands still until it is moved. */
final class TestClock implements Clock {

    private Instant now = Carts.NOW;

    @Override
    public Instant now() {
        return now;
    }

    void move(Duration by) {
        now = now.plus(by);
    }
}
