package org.torg.kernel.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.store.Transactions;
import org.torg.api.store.VendorStore;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;

/**
 * Keeps parameters in memory. Every two seconds at most, and only when asked, one statement tells whether another node has
 * changed them.
 */
@Component(service = {ParameterCache.class, ParameterValues.class})
public final class ParameterCache implements ParameterValues {

    static final Duration MAX_AGE = Duration.ofSeconds(2);

    /**
     * @param checkedAt when the generation was seen to be the current one
     * @param latest the values last asked for, which are asked for again until the date changes
     */
    private record Kept(ParameterRows rows, Instant checkedAt, Optional<Latest> latest) {}

    private record Latest(LocalDate date, List<ParameterDefinition> definitions, CurrentParameters values) {}

    private final Transactions transactions;
    private final VendorStore store;
    private final Clock clock;
    private final VendorRegistry vendors;
    private final Map<VendorId, Kept> kept = new ConcurrentHashMap<>();

    @Activate
    public ParameterCache(
            @Reference Transactions transactions,
            @Reference VendorStore store,
            @Reference Clock clock,
            @Reference VendorRegistry vendors) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.vendors = vendors;
    }

    @Override
    public CurrentParameters at(VendorId id, LocalDate date) {
        Vendor vendor = vendors.find(id).orElseThrow(() -> new VendorFailure(id, "-", "Vendor", "is not here"));
        List<ParameterDefinition> definitions = vendor.parameters();
        Kept current = current(id);
        Optional<Latest> latest =
                current.latest().filter(last -> last.date().equals(date) && last.definitions() == definitions);
        if (latest.isPresent()) {
            return latest.get().values();
        }
        CurrentParameters values = current.rows().at(vendor.descriptor(), definitions, date);
        Kept renewed =
                new Kept(current.rows(), current.checkedAt(), Optional.of(new Latest(date, definitions, values)));
        // Unless somebody has checked or changed meanwhile: then the next caller works it out again.
        kept.replace(id, current, renewed);
        return values;
    }

    /** All rows, at most two seconds old. */
    ParameterRows rows(VendorId id) {
        return current(id).rows();
    }

    /** This node has changed them: the next question goes to the database. */
    void forget(VendorId id) {
        kept.remove(id);
    }

    private Kept current(VendorId id) {
        Instant now = clock.now();
        Kept found = kept.get(id);
        if (found != null && isFresh(found, now)) {
            return found;
        }
        return kept.compute(
                id,
                (key, there) ->
                        there != null && isFresh(there, now) ? there : check(key, Optional.ofNullable(there), now));
    }

    private static boolean isFresh(Kept there, Instant now) {
        return Duration.between(there.checkedAt(), now).abs().compareTo(MAX_AGE) < 0;
    }

    private Kept check(VendorId id, Optional<Kept> there, Instant now) {
        long generation = transactions.read(tx -> store.generation(tx, id));
        if (there.isPresent() && there.get().rows().generation() == generation) {
            return new Kept(there.get().rows(), now, there.get().latest());
        }
        return new Kept(load(id, generation), now, Optional.empty());
    }

    /** Rows of exactly one generation: read again when one was added between the two questions. */
    private ParameterRows load(VendorId id, long generation) {
        long before = generation;
        while (true) {
            ParameterRows rows = new ParameterRows(before, transactions.read(tx -> store.parameters(tx, id)));
            long after = transactions.read(tx -> store.generation(tx, id));
            if (after == before) {
                return rows;
            }
            before = after;
        }
    }
}
