package org.torg.kernel.notification;

import java.time.Duration;
import java.util.List;

/** When a mail is tried again: after a minute, five, a quarter of an hour … then daily; given up after about five days. */
final class Retries {

    static final int TRIES = 11;

    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private Retries() {}

    /** @param attempts so far, 1 at least */
    static Duration after(int attempts) {
        return DELAYS.get(Math.min(Math.max(1, attempts), DELAYS.size()) - 1);
    }
}
