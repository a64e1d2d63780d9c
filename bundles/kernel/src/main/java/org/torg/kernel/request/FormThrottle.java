package org.torg.kernel.request;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Refusal;

/**
 * Slows down those who fill in public forms: after some the next one must wait, longer with each, for one remote address, for
 * one e-mail and for all together. What is known of an e-mail plays no part. Per node, in bounded memory.
 */
@Component(service = FormThrottle.class)
public final class FormThrottle {

    static final int FREE = 5;
    static final int FREE_IN_TOTAL = 200;
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration LONGEST_IN_TOTAL = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN_EACH = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_EACH_IN_TOTAL = Duration.ofSeconds(2);
    private static final int MOST = 10_000;
    private static final int STEEPEST = 16;
    private static final String EVERYBODY = "";

    private final Clock clock;
    private final Map<String, Forms> forms = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Forms> eldest) {
            return size() > MOST;
        }
    };

    /** @param level how many, less what was forgotten until {@code at} */
    private record Forms(double level, Instant at) {}

    @Activate
    public FormThrottle(@Reference Clock clock) {
        this.clock = clock;
    }

    /** Counts a form, unless one must wait: then {@code too-many-tries}. */
    synchronized Optional<Refusal> begin(String email, String address) {
        Instant now = clock.now();
        String person = "e:" + cut(email.toLowerCase(Locale.ROOT));
        String origin = "a:" + cut(address);
        Duration wait = longer(
                longer(
                        delay(person, FREE, FORGOTTEN_EACH, LONGEST, now),
                        delay(origin, FREE, FORGOTTEN_EACH, LONGEST, now)),
                delay(EVERYBODY, FREE_IN_TOTAL, FORGOTTEN_EACH_IN_TOTAL, LONGEST_IN_TOTAL, now));
        if (!wait.isZero()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.THROTTLED,
                    "too-many-tries",
                    "Too many tries. Try again in {0} seconds.",
                    Argument.number(Math.max(1, (wait.toMillis() + 999) / 1000))));
        }
        count(person, FORGOTTEN_EACH, now);
        count(origin, FORGOTTEN_EACH, now);
        count(EVERYBODY, FORGOTTEN_EACH_IN_TOTAL, now);
        return Optional.empty();
    }

    private Duration delay(String key, int free, Duration forgottenEach, Duration longest, Instant now) {
        Forms mine = now(key, forgottenEach, now);
        int beyond = (int) Math.floor(mine.level()) - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(beyond, STEEPEST));
        Instant allowed = mine.at().plus(pause.compareTo(longest) < 0 ? pause : longest);
        return allowed.isAfter(now) ? Duration.between(now, allowed) : Duration.ZERO;
    }

    private void count(String key, Duration forgottenEach, Instant now) {
        forms.put(key, new Forms(now(key, forgottenEach, now).level() + 1, now));
    }

    private Forms now(String key, Duration forgottenEach, Instant now) {
        Forms mine = forms.getOrDefault(key, new Forms(0, now));
        double forgotten = Math.max(0, Duration.between(mine.at(), now).toMillis()) / (double) forgottenEach.toMillis();
        return new Forms(Math.max(0, mine.level() - forgotten), mine.at());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String cut(String text) {
        return text.length() > 320 ? text.substring(0, 320) : text;
    }
}
