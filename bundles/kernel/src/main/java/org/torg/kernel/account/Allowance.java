package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;

/**
 * So much of something at once, and more as time goes by. However much too much was asked for, the next one is there after one
 * interval: what is refused takes nothing.
 */
final class Allowance {

    private final int most;
    private final Duration each;
    private double left;
    private Instant at;

    /**
     * @param most at once
     * @param each so long until there is one more
     */
    Allowance(int most, Duration each) {
        this.most = most;
        this.each = each;
        this.left = most;
        this.at = Instant.MIN;
    }

    /** Takes one; how long to wait when there is none: at most one interval. */
    synchronized Duration take(Instant now) {
        if (at.equals(Instant.MIN)) {
            at = now;
        }
        long millis = Math.max(0, Duration.between(at, now).toMillis());
        left = Math.min(most, left + millis / (double) each.toMillis());
        at = at.plusMillis(millis);
        if (left < 1) {
            return Duration.ofMillis((long) Math.ceil((1 - left) * each.toMillis()));
        }
        left -= 1;
        return Duration.ZERO;
    }
}
