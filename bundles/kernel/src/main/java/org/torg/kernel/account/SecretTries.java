package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.kernel.account.StrangerBudget.Kind;

/**
 * Slows down who tries secrets of links. Nobody guesses one; what is bounded is the work of looking. Only wrong ones count, for
 * each network first and then for all of the tenant, and a network's first tries pass in any case: whoever has a good link
 * cannot be kept from using it by others. A refusal comes before anything is looked up.
 */
@Component(service = SecretTries.class)
public final class SecretTries {

    static final int FREE = 20;

    /** So many wrong ones, and a network shares the budget of all. */
    static final int UNNOTICED = 3;

    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final StrangerBudget budget;
    private final Clock clock;
    private final TryCounts wrong = new TryCounts(FREE, LONGEST, LONGEST, MOST);

    @Activate
    public SecretTries(@Reference StrangerBudget budget, @Reference Clock clock) {
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * Does the work unless one must wait, and notes whether the secret was wrong.
     *
     * @param address as the connection has it
     */
    public <T> Outcome<T> from(String address, Supplier<Outcome<T>> work) {
        String network = SignInThrottle.network(address);
        Optional<Duration> wait = begin(network, address, clock.now());
        if (wait.isPresent()) {
            return Outcome.refused(SignInThrottle.refusal(wait.get()));
        }
        Outcome<T> outcome = work.get();
        if (outcome instanceof Outcome.Refused<T> refused
                && refused.refusal().code().equals(OneTimeSecrets.invalid().code())) {
            count(network);
        }
        return outcome;
    }

    private synchronized Optional<Duration> begin(String network, String address, Instant now) {
        Duration mine = wrong.delay(network, now);
        if (!mine.isZero()) {
            return Optional.of(mine);
        }
        return wrong.level(network, now) < UNNOTICED ? Optional.empty() : budget.take(Kind.SECRET, address);
    }

    private synchronized void count(String network) {
        wrong.count(network, clock.now());
    }
}
