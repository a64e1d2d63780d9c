package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts tries by key: after some that failed the next one must wait, longer with each. Old ones are forgotten by and by. */
public final class TryCounts {

    /** Doubling stops here, long before numbers overflow. */
    private static final int STEEPEST = 16;

    private final int free;
    private final Duration forgottenEach;
    private final Duration longest;
    private final Map<String, Tries> tries;

    /** @param level tries that failed or are going on, less what was forgotten until {@code at} */
    private record Tries(double level, Instant at) {}

    /**
     * @param free tries without a delay
     * @param forgottenEach so long until one try is forgotten
     * @param longest that one waits between two tries
     * @param most keys; of more the one that was not seen for longest is forgotten
     */
    public TryCounts(int free, Duration forgottenEach, Duration longest, int most) {
        this.free = free;
        this.forgottenEach = forgottenEach;
        this.longest = longest;
        this.tries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                return size() > most;
            }
        };
    }

    /** How long the next try has to wait. */
    public Duration delay(String key, Instant now) {
        Tries mine = now(key, now);
        int beyond = (int) Math.round(mine.level()) - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(beyond, STEEPEST));
        Instant allowed = mine.at().plus(pause.compareTo(longest) < 0 ? pause : longest);
        return allowed.isAfter(now) ? Duration.between(now, allowed) : Duration.ZERO;
    }

    /** Tries that count now. */
    double level(String key, Instant now) {
        return now(key, now).level();
    }

    public void count(String key, Instant now) {
        tries.put(key, new Tries(now(key, now).level() + 1, now));
    }

    /** A try was right after all: it does not count. */
    void giveBack(String key) {
        tries.computeIfPresent(key, (same, mine) -> new Tries(Math.max(0, mine.level() - 1), mine.at()));
    }

    void forget(String key) {
        tries.remove(key);
    }

    int size() {
        return tries.size();
    }

    private Tries now(String key, Instant now) {
        Tries mine = tries.get(key);
        if (mine == null) {
            return new Tries(0, now);
        }
        double forgotten = Math.max(0, Duration.between(mine.at(), now).toMillis()) / (double) forgottenEach.toMillis();
        return new Tries(Math.max(0, mine.level() - forgotten), mine.at());
    }
}
