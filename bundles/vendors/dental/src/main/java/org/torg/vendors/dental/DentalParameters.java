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
    /** Read by the kernel: of what it allows itself, a vendor may allow less. */
    static final String UPLOAD_MEGABYTES = "upload.max-megabytes";

    static final String WARRANTY_MONTHS = "warranty.months";

    private final Texts texts;
    private final List<ParameterDefinition> definitions;

    DentalParameters(Texts texts) {
        this.texts = texts;
        definitions = List.of(
                define(COURIER_AMOUNT, Type.AMOUNT, "145.00", 100_000),
                define(WARRANTY_MONTHS, Type.INTEGER, "24", 120),
                define(UPLOAD_MEGABYTES, Type.INTEGER, "500", 1, 500));
    }

    List<ParameterDefinition> definitions() {
        return definitions;
    }

    private ParameterDefinition define(String key, Type type, String initial, long maximum) {
        return define(key, type, initial, 0, maximum);
    }

    private ParameterDefinition define(String key, Type type, String initial, long minimum, long maximum) {
        return new ParameterDefinition(
                key,
                type,
                initial,
                Optional.of(BigDecimal.valueOf(minimum)),
                Optional.of(BigDecimal.valueOf(maximum)),
                texts.message("dental.parameter." + key));
    }
}
