package org.torg.vendors.hearing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;
import org.torg.api.vendor.Texts;

/** The numbers that Hörlund's staff may edit. */
final class HearingParameters {

    static final String PARCEL_AMOUNT = "freight.parcel.amount";
    static final String EXPRESS_AMOUNT = "freight.express.amount";
    static final String FREE_FROM = "freight.free-from";
    /** Read by the kernel: of what it allows itself, a vendor may allow less. */
    static final String UPLOAD_MEGABYTES = "upload.max-megabytes";

    static final String WARRANTY_MONTHS = "warranty.months";

    private final Texts texts;
    private final List<ParameterDefinition> definitions;

    HearingParameters(Texts texts) {
        this.texts = texts;
        definitions = List.of(
                define(PARCEL_AMOUNT, Type.AMOUNT, "79.00", 100_000),
                define(EXPRESS_AMOUNT, Type.AMOUNT, "189.00", 100_000),
                define(FREE_FROM, Type.AMOUNT, "3000.00", 1_000_000_000),
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
                texts.message("hearing.parameter." + key));
    }
}
