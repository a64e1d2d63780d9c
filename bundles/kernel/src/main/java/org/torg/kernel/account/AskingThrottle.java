package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who asks for the same thing again and again: after some free times each next one must wait, longer with each.
 * What was asked is forgotten by and by. Per node, in bounded memory.
 */
final class AskingThrottle {

    private static final int MAX_KEYS = 10_000;
    private static final int STEEPEST = 12;

    private final int free;
    private final Duration first;
    private final Duration longest;

    /** @param level times asked, less what was forgotten until {@code at} */
    private record Asked(double level, Instant at) {}

    private final Map<String, Asked> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > MAX_KEYS;
        }
    };

    /**
     * @param free times without waiting
     * @param first the first wait; each next one is twice as long
     * @param longest wait, and the time in which one time is forgotten
     */
    AskingThrottle(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /** Counts one time, unless one must wait: then how long. */
    synchronized Optional<Duration> begin(String key, Instant now) {
        Asked asked = known(key, now);
        Instant allowed = asked.at().plus(delay(asked.level()));
        if (allowed.isAfter(now)) {
            return Optional.of(Duration.between(now, allowed));
        }
        byKey.put(key, new Asked(asked.level() + 1, now));
        return Optional.empty();
    }

    /** Begins anew, such as after a right password. */
    synchronized void forget(String key) {
        byKey.remove(key);
    }

    private Asked known(String key, Instant now) {
        Asked asked = byKey.getOrDefault(key, new Asked(0, now));
        double forgotten =
                (double) Math.max(0, Duration.between(asked.at(), now).toMillis()) / longest.toMillis();
        return new Asked(Math.max(0, asked.level() - forgotten), asked.at());
    }

    private Duration delay(double level) {
        int beyond = (int) Math.ceil(level) - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration delay = first.multipliedBy(1L << Math.min(beyond, STEEPEST));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
