package org.torg.kernel.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Refusal;
import org.torg.kernel.account.SignInThrottle;
import org.torg.kernel.account.StrangerBudget;
import org.torg.kernel.account.StrangerBudget.Kind;
import org.torg.kernel.account.TryCounts;

/**
 * Slows down those who fill in public forms: after some the next one must wait, longer with each, for one remote address and
 * for one e-mail; then there is a budget for all together. What is known of an e-mail plays no part. Per node, in bounded memory.
 */
@Component(service = FormThrottle.class)
public final class FormThrottle {

    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration FORGOTTEN_EACH = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final int LONGEST_KEY = 320;

    private final Clock clock;
    private final TryCounts emails = new TryCounts(FREE, FORGOTTEN_EACH, LONGEST, MOST);
    private final TryCounts addresses = new TryCounts(FREE, FORGOTTEN_EACH, LONGEST, MOST);
    private final StrangerBudget budget;

    @Activate
    public FormThrottle(@Reference Clock clock, @Reference StrangerBudget budget) {
        this.clock = clock;
        this.budget = budget;
    }

    /** Counts a form, unless one must wait: then {@code too-many-tries}. */
    synchronized Optional<Refusal> begin(String email, String address) {
        Instant now = clock.now();
        String person = cut(email.toLowerCase(Locale.ROOT));
        String network = cut(SignInThrottle.network(address));
        Duration wait = Stream.of(emails.delay(person, now), addresses.delay(network, now))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        if (!wait.isZero()) {
            return Optional.of(SignInThrottle.refusal(wait));
        }
        Optional<Duration> full = budget.take(Kind.FORM, address);
        if (full.isPresent()) {
            return full.map(SignInThrottle::refusal);
        }
        emails.count(person, now);
        addresses.count(network, now);
        return Optional.empty();
    }

    private static String cut(String text) {
        return text.length() > LONGEST_KEY ? text.substring(0, LONGEST_KEY) : text;
    }
}
