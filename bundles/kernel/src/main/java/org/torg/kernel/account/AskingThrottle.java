package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down who asks for the same thing again and again: after some free times each next one must wait, longer with each.
 * Per node, in bounded memory.
 */
final class AskingThrottle {

    private static final int MAX_KEYS = 10_000;

    private final TryCounts counts;

    /**
     * @param free times without waiting
     * @param longest wait, and the time in which one time is forgotten
     */
    AskingThrottle(int free, Duration longest) {
        counts = new TryCounts(free, longest, longest, MAX_KEYS);
    }

    /** Counts one time, unless one must wait: then how long. */
    synchronized Optional<Duration> begin(String key, Instant now) {
        Duration wait = counts.delay(key, now);
        if (!wait.isZero()) {
            return Optional.of(wait);
        }
        counts.count(key, now);
        return Optional.empty();
    }

    /** How long one must wait. */
    synchronized Optional<Duration> delay(String key, Instant now) {
        Duration wait = counts.delay(key, now);
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    /** Begins anew, such as after a right password. */
    synchronized void forget(String key) {
        counts.forget(key);
    }
}
