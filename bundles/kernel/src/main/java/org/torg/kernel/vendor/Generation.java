package org.torg.kernel.vendor;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.torg.api.module.ModuleSet;

/**
 * A vendor as one evaluation sees it, from its beginning to its end: the modules and parameters of one generation.
 *
 * <p>Obtained from {@link Generations}, which holds its bundles until the evaluation has ended.
 */
public final class Generation {

    private record Day(LocalDate date, CurrentParameters parameters) {}

    private final ModuleSet set;
    private final GuardedVendor vendor;
    private final ParameterRows rows;
    private volatile @Nullable Day latest;

    Generation(ModuleSet set, GuardedVendor vendor, ParameterRows rows) {
        this.set = set;
        this.vendor = vendor;
        this.rows = rows;
    }

    /** Named in price traces. */
    public long number() {
        return set.generation();
    }

    /** Its code may be called as it stands: the guard is in front of it. */
    public GuardedVendor vendor() {
        return vendor;
    }

    ModuleSet set() {
        return set;
    }

    ParameterRows rows() {
        return rows;
    }

    /**
     * Each key that the vendor defines has a valid value. The same object for the same date, as a rule.
     *
     * @param date business date in the seller's zone
     */
    public CurrentParameters parameters(LocalDate date) {
        Optional<Day> known =
                Optional.ofNullable(latest).filter(day -> day.date().equals(date));
        if (known.isPresent()) {
            return known.get().parameters();
        }
        CurrentParameters parameters = rows.at(vendor.descriptor(), vendor.parameters(), date);
        latest = new Day(date, parameters);
        return parameters;
    }
}
