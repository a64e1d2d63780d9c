package org.torg.vendors.lighting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;
import org.torg.api.vendor.Texts;

/** The numbers that Lysverk's staff may edit. */
final class LightingParameters {

    static final String SILVER_PERCENT = "loyalty.silver.percent";
    static final String GOLD_PERCENT = "loyalty.gold.percent";
    static final String PLATINUM_PERCENT = "loyalty.platinum.percent";
    static final String GOLD_ORDERS = "loyalty.gold.orders";
    static final String GOLD_NET = "loyalty.gold.net";
    static final String PLATINUM_ORDERS = "loyalty.platinum.orders";
    static final String PLATINUM_NET = "loyalty.platinum.net";
    static final String BULKY_AMOUNT = "surcharge.bulky.amount";
    static final String PARCEL_AMOUNT = "freight.parcel.amount";
    static final String EXPRESS_AMOUNT = "freight.express.amount";
    static final String FORWARDER_AMOUNT = "freight.forwarder.amount";
    static final String FREE_FROM = "freight.free-from";
    static final String PARCEL_MAX_WEIGHT = "parcel.max-weight-kg";

    static final String REPRICE = "pricing.reprice-after-change";

    private final Texts texts;
    private final List<ParameterDefinition> definitions;

    LightingParameters(Texts texts) {
        this.texts = texts;
        definitions = List.of(
                define(SILVER_PERCENT, Type.PERCENT, "5", 100),
                define(GOLD_PERCENT, Type.PERCENT, "10", 100),
                define(PLATINUM_PERCENT, Type.PERCENT, "15", 100),
                define(GOLD_ORDERS, Type.INTEGER, "12", 100_000),
                define(GOLD_NET, Type.AMOUNT, "100000.00", 1_000_000_000),
                define(PLATINUM_ORDERS, Type.INTEGER, "24", 100_000),
                define(PLATINUM_NET, Type.AMOUNT, "400000.00", 1_000_000_000),
                define(BULKY_AMOUNT, Type.AMOUNT, "390.00", 100_000),
                define(PARCEL_AMOUNT, Type.AMOUNT, "149.00", 100_000),
                define(EXPRESS_AMOUNT, Type.AMOUNT, "289.00", 100_000),
                define(FORWARDER_AMOUNT, Type.AMOUNT, "890.00", 100_000),
                define(FREE_FROM, Type.AMOUNT, "2500.00", 1_000_000_000),
                define(PARCEL_MAX_WEIGHT, Type.DECIMAL, "30", 1000),
                new ParameterDefinition(
                        REPRICE,
                        Type.FLAG,
                        "false",
                        Optional.empty(),
                        Optional.empty(),
                        texts.message("lighting.parameter." + REPRICE)));
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
                texts.message("lighting.parameter." + key));
    }
}
