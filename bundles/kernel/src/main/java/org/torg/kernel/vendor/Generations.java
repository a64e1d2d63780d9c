package org.torg.kernel.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.VendorId;

/**
 * Gives each evaluation the generation that serves when it begins, and holds it until it ends. Every two seconds at most,
 * and only when asked, one statement tells whether another node has published a newer one.
 */
@Component(service = Generations.class)
public final class Generations {

    static final Duration MAX_AGE = Duration.ofSeconds(2);

    /** @param checkedAt when it was seen to be the current one */
    private record Kept(RunningSet running, Generation generation, Instant checkedAt) {}

    private final VendorRegistry registry;
    private final Transactions transactions;
    private final ModuleStore store;
    private final Clock clock;
    private final Map<VendorId, Kept> kept = new ConcurrentHashMap<>();

    @Activate
    public Generations(
            @Reference VendorRegistry registry,
            @Reference Transactions transactions,
            @Reference ModuleStore store,
            @Reference Clock clock) {
        this.registry = registry;
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Evaluates something with a vendor, under one generation from beginning to end. While the vendor is away for a moment the
     * call waits, in bounds. Refused with {@code vendor-required}, {@code vendor-unknown}, {@code vendor-unavailable}, and
     * as the evaluation is.
     *
     * @param named the vendor that is meant; empty for the only one
     */
    public <T> Outcome<T> using(Optional<VendorId> named, Function<Generation, Outcome<T>> evaluation) {
        return registry.enter(named).flatMap(running -> {
            try {
                return evaluation.apply(current(running));
            } finally {
                running.leave();
            }
        });
    }

    /**
     * How customers of a vendor come and what they may change of themselves, under today's parameters; empty while there is no
     * set of it here. Waits for nobody and fails with nobody: while the vendor is away or its code fails, what it said last
     * stands.
     */
    public Optional<AccountPolicy> accounts(VendorId vendor) {
        Optional<RunningSet> entered = registry.tryEnter(vendor);
        if (entered.isEmpty()) {
            return registry.lastAccounts(vendor);
        }
        try {
            GuardedVendor code = entered.get().vendor();
            LocalDate today = clock.today(code.descriptor().seller().zone());
            return Optional.of(
                    code.accounts(current(entered.get()).parameters(today).parameters()));
        } finally {
            entered.get().leave();
        }
    }

    /** The next question about this vendor goes to the database: this node has published something. */
    void forget(VendorId vendor) {
        kept.remove(vendor);
    }

    private Generation current(RunningSet running) {
        VendorId id = running.set().vendor();
        Instant now = clock.now();
        Kept found = kept.get(id);
        if (found != null && isFresh(found, running, now)) {
            return found.generation();
        }
        return kept.compute(
                        id,
                        (key, there) -> there != null && isFresh(there, running, now)
                                ? there
                                : check(running, Optional.ofNullable(there), now))
                .generation();
    }

    private static boolean isFresh(Kept there, RunningSet running, Instant now) {
        return there.running() == running
                && Duration.between(there.checkedAt(), now).abs().compareTo(MAX_AGE) < 0;
    }

    private Kept check(RunningSet running, Optional<Kept> there, Instant now) {
        VendorId id = running.set().vendor();
        long latest = transactions.read(tx -> store.generation(tx, id));
        Optional<Kept> same = there.filter(old -> old.running() == running);
        if (same.isPresent() && same.get().generation().number() == latest) {
            return new Kept(running, same.get().generation(), now);
        }
        Optional<ModuleSet> published = transactions.read(tx -> store.set(tx, id, latest));
        if (published.isPresent()
                && published.get().modules().equals(running.set().modules())) {
            running.advance(published.get());
        } else if (published.isPresent()) {
            registry.behind(id);
        }
        return new Kept(running, load(running, running.set()), now);
    }

    private Generation load(RunningSet running, ModuleSet set) {
        return new Generation(
                set,
                running.vendor(),
                new ParameterRows(
                        set.generation(),
                        transactions.read(tx -> store.parameters(tx, set.vendor(), set.generation()))));
    }
}
