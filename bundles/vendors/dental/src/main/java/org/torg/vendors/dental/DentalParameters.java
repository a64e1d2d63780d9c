package org.torg.vendors.dental;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;
import org.torg.api.vendor.Texts;

/** The numbers that Dvale's staff may edit. */
final class DentalParameters {

    static final String COURIER_AMOUNT = "freight.courier.amount";
    static final String WARRANTY_MONTHS = "warranty.months";

    private final Texts texts;
    private final List<ParameterDefinition> definitions;

    DentalParameters(Texts texts) {
        this.texts = texts;
        definitions = List.of(
                define(COURIER_AMOUNT, Type.AMOUNT, "145.00", 100_000),
                define(WARRANTY_MONTHS, Type.INTEGER, "24", 120));
    }

    List<ParameterDefinition> definitions() {
        return definitions;
    }

    private ParameterDefinition define(String key, Type type, String initial, long maximum) {
        return new ParameterDefinition(
                key,
                type,
                initial,
                Optional.of(BigDecimal.ZERO),
                Optional.of(BigDecimal.valueOf(maximum)),
                texts.message("dental.parameter." + key));
    }
}
