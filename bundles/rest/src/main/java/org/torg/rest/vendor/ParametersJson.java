package org.torg.rest.vendor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Vendors;
import org.torg.http.Wording;
import org.torg.rest.http.Faults;
import org.torg.rest.http.Words;

/**
 * The numbers of a vendor that staff edit.
 *
 * @param generation grows with every change; named in price traces
 * @param changes all rows ever set, the newest first
 */
public record ParametersJson(
        String vendor, long generation, String currency, List<ParameterJson> parameters, List<ChangeJson> changes) {

    /** @param value in force today */
    public record ParameterJson(
            String key,
            String type,
            String label,
            String value,
            String initial,
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> maximum) {}

    /** @param validFrom first business date in the seller's zone */
    public record ChangeJson(Optional<String> key, Optional<String> value, Optional<String> validFrom) {

        private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

        ParameterChange read() {
            Faults faults = new Faults();
            faults.required("/key", key, "");
            return faults.settle(new ParameterChange(
                    faults.shaped("/key", key, 100, KEY, "parameter-unknown", "There is no such parameter.")
                            .orElse(""),
                    faults.requiredText("/value", value, 100),
                    faults.required("/validFrom", faults.day("/validFrom", validFrom), LocalDate.MIN)));
        }

        private static ChangeJson of(ParameterChange change) {
            return new ChangeJson(
                    Optional.of(change.key()),
                    Optional.of(change.value()),
                    Optional.of(change.validFrom().toString()));
        }
    }

    static ParametersJson of(Vendors.ParameterSheet sheet, Wording wording) {
        return new ParametersJson(
                sheet.vendor().value(),
                sheet.generation(),
                sheet.today().currency().getCode(),
                sheet.definitions().stream()
                        .map(definition -> parameter(
                                definition,
                                sheet.today().values().getOrDefault(definition.key(), definition.initial()),
                                wording))
                        .toList(),
                sheet.changes().stream().map(ChangeJson::of).toList());
    }

    private static ParameterJson parameter(ParameterDefinition definition, String value, Wording wording) {
        return new ParameterJson(
                definition.key(),
                Words.of(definition.type()),
                wording.of(definition.label()),
                value,
                definition.initial(),
                definition.minimum(),
                definition.maximum());
    }
}
