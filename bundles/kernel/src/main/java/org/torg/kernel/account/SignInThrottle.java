package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: after some tries that failed the next one must wait, longer with each, for one e-mail and for all
 * together. Nobody waits longer than a minute, so that nobody can be locked out by others. Per node, in bounded memory.
 */
final class SignInThrottle {

    static final Duration LONGEST = Duration.ofMinutes(1);
    static final int FREE_PER_EMAIL = 5;
    static final int FREE_IN_TOTAL = 100;

    private static final int MAX_EMAILS = 10_000;
    private static final double FORGOTTEN_PER_SECOND_PER_EMAIL = 1.0 / 60;
    private static final double FORGOTTEN_PER_SECOND_IN_TOTAL = 5;

    /** @param level tries that failed or are going on, less what was forgotten until {@code at} */
    private record Tries(double level, Instant at) {

        Tries forgetting(Instant now, double perSecond) {
            double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
            return new Tries(Math.max(0, level - seconds * perSecond), at);
        }

        /** How long after the last try the next one is allowed. */
        Duration delay(int free) {
            int beyond = (int) Math.floor(level) - free;
            if (beyond < 0) {
                return Duration.ZERO;
            }
            Duration delay = Duration.ofSeconds(1L << Math.min(beyond, 10));
            return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        }
    }

    private final Map<String, Tries> byEmail = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MAX_EMAILS;
        }
    };
    private Tries total = new Tries(0, Instant.EPOCH);

    /** Counts a try, unless one must wait: then how long. */
    synchronized Optional<Duration> begin(String email, Instant now) {
        String key = key(email);
        Tries mine = byEmail.getOrDefault(key, new Tries(0, now)).forgetting(now, FORGOTTEN_PER_SECOND_PER_EMAIL);
        Tries all = total.forgetting(now, FORGOTTEN_PER_SECOND_IN_TOTAL);
        Instant allowed =
                later(mine.at().plus(mine.delay(FREE_PER_EMAIL)), all.at().plus(all.delay(FREE_IN_TOTAL)));
        if (allowed.isAfter(now)) {
            return Optional.of(Duration.between(now, allowed));
        }
        byEmail.put(key, new Tries(mine.level() + 1, now));
        total = new Tries(all.level() + 1, now);
        return Optional.empty();
    }

    /** The try was right: this e-mail begins anew. */
    synchronized void succeeded(String email) {
        byEmail.remove(key(email));
        total = new Tries(Math.max(0, total.level() - 1), total.at());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String key(String email) {
        String folded = email.toLowerCase(Locale.ROOT);
        return folded.length() > 320 ? folded.substring(0, 320) : folded;
    }
}
