package org.torg.contract;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.torg.api.vendor.ParameterDefinition;

/** Judges values of parameters by their definition. */
public final class ParameterRules {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,8})?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final int PERCENT_DECIMALS = 4;

    private ParameterRules() {}

    /** What is wrong with the value, in a few English words; empty when nothing is. */
    public static Optional<String> objection(ParameterDefinition definition, CurrencyUnit currency, String value) {
        return switch (definition.type()) {
            case FLAG ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("it must be true or false");
            case INTEGER ->
                INTEGER.matcher(value).matches() ? range(definition, value) : Optional.of("it must be a whole number");
            case AMOUNT -> decimal(definition, value, currency.getDecimalPlaces());
            case PERCENT -> decimal(definition, value, PERCENT_DECIMALS);
            case DECIMAL -> decimal(definition, value, 8);
        };
    }

    private static Optional<String> decimal(ParameterDefinition definition, String value, int decimals) {
        if (!NUMBER.matcher(value).matches()) {
            return Optional.of("it must be a number such as 12.50");
        }
        if (new BigDecimal(value).stripTrailingZeros().scale() > decimals) {
            return Optional.of("it may have " + decimals + " decimals");
        }
        return range(definition, value);
    }

    private static Optional<String> range(ParameterDefinition definition, String value) {
        BigDecimal number = new BigDecimal(value);
        Optional<BigDecimal> below = definition.minimum().filter(minimum -> number.compareTo(minimum) < 0);
        Optional<BigDecimal> above = definition.maximum().filter(maximum -> number.compareTo(maximum) > 0);
        return below.map(minimum -> "it must be at least " + minimum.toPlainString())
                .or(() -> above.map(maximum -> "it must be at most " + maximum.toPlainString()));
    }
}
