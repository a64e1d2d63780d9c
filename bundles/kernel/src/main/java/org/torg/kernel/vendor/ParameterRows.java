package org.torg.kernel.vendor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.contract.ParameterRules;

/**
 * All that staff ever set for a vendor, as of one generation.
 *
 * @param rows the newest first
 */
record ParameterRows(long generation, List<ParameterChange> rows) {

    ParameterRows {
        rows = List.copyOf(rows);
    }

    /**
     * The values on a date: of each key the row that began last, of two that begin together the newer one, else the initial
     * value. A row that the vendor's present definitions do not allow does not count.
     */
    CurrentParameters at(VendorDescriptor vendor, List<ParameterDefinition> definitions, LocalDate date) {
        Map<String, String> values = new HashMap<>();
        for (ParameterDefinition definition : definitions) {
            values.put(definition.key(), inForce(vendor, definition, date).orElse(definition.initial()));
        }
        return new CurrentParameters(new Parameters(vendor.currency(), values), generation);
    }

    private Optional<String> inForce(VendorDescriptor vendor, ParameterDefinition definition, LocalDate date) {
        Optional<ParameterChange> best = Optional.empty();
        for (ParameterChange row : rows) {
            boolean counts = row.key().equals(definition.key())
                    && !row.validFrom().isAfter(date)
                    && ParameterRules.objection(definition, vendor.currency(), row.value())
                            .isEmpty();
            if (counts && (best.isEmpty() || row.validFrom().isAfter(best.get().validFrom()))) {
                best = Optional.of(row);
            }
        }
        return best.map(ParameterChange::value);
    }

    /** A row that counts today or will count, and that these definitions do not allow; a key that they do not have is none. */
    Optional<ParameterChange> orphan(VendorDescriptor vendor, List<ParameterDefinition> definitions, LocalDate today) {
        for (ParameterDefinition definition : definitions) {
            Optional<LocalDate> since = rows.stream()
                    .filter(row -> row.key().equals(definition.key())
                            && !row.validFrom().isAfter(today))
                    .map(ParameterChange::validFrom)
                    .max(Comparator.naturalOrder());
            Optional<ParameterChange> orphan = rows.stream()
                    .filter(row -> row.key().equals(definition.key()))
                    .filter(row -> since.isEmpty() || !row.validFrom().isBefore(since.get()))
                    .filter(row -> ParameterRules.objection(definition, vendor.currency(), row.value())
                            .isPresent())
                    .findFirst();
            if (orphan.isPresent()) {
                return orphan;
            }
        }
        return Optional.empty();
    }
}
