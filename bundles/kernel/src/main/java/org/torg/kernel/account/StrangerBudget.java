package org.torg.kernel.account;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;

/**
 * What strangers may set off in this tenant, all together, however many addresses they come from. To be asked after the limits
 * for each source. Networks from which somebody has signed in before have a budget of their own, so that a flood from elsewhere
 * keeps no customer from a forgotten password; whoever is refused waits for seconds. What is known of an e-mail plays no part.
 * Per node, in memory: no statement is spent on it.
 */
@Component(service = StrangerBudget.class)
public final class StrangerBudget {

    /** @see StrangerBudget */
    public enum Kind {
        /** Links for forgotten passwords: each may be a mail. */
        FORGOTTEN(500, Duration.ofMillis(500)),
        /** Public forms: each is kept until somebody has looked at it. */
        FORM(200, Duration.ofSeconds(2)),
        /** Secrets of links, tried from networks that have tried wrong ones. */
        SECRET(500, Duration.ofMillis(100));

        private final int most;
        private final Duration each;

        Kind(int most, Duration each) {
            this.most = most;
            this.each = each;
        }

        /** At once; more come by and by. */
        public int most() {
            return most;
        }
    }

    private final SignInThrottle throttle;
    private final Clock clock;
    private final Map<Kind, Allowance> familiar = new EnumMap<>(Kind.class);
    private final Map<Kind, Allowance> others = new EnumMap<>(Kind.class);

    @Activate
    public StrangerBudget(@Reference SignInThrottle throttle, @Reference Clock clock) {
        this.throttle = throttle;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            familiar.put(kind, new Allowance(kind.most, kind.each));
            others.put(kind, new Allowance(kind.most, kind.each));
        }
    }

    /**
     * Takes one, unless one must wait: then how long.
     *
     * @param address as the connection has it
     */
    public Optional<Duration> take(Kind kind, String address) {
        Map<Kind, Allowance> budgets = throttle.isFamiliar(address) ? familiar : others;
        Duration wait = Objects.requireNonNull(budgets.get(kind)).take(clock.now());
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }
}
