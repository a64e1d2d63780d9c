package org.torg.portal.office.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.torg.api.vendor.ParameterDefinition;

/**
 * A value as somebody typed it, judged before it is sent.
 *
 * @param value as the kernel takes it; what was typed where it is at fault
 */
record TypedValue(String value, Optional<Fault> fault) {

    private static final int PERCENT_DECIMALS = 4;
    private static final int MOST_DECIMALS = 8;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,8})?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    /** May be a thousand and may be one and something. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

    /**
     * What is wrong with it.
     *
     * @param key of the sentence
     * @param limit that it does not keep, where there is one
     */
    record Fault(String key, Optional<BigDecimal> limit) {
        private static Optional<Fault> of(String key) {
            return Optional.of(new Fault("parameter.fault." + key, Optional.empty()));
        }

        private static Optional<Fault> of(String key, BigDecimal limit) {
            return Optional.of(new Fault("parameter.fault." + key, Optional.of(limit)));
        }
    }

    /** Decimal comma or point, blanks between thousands, and a percent sign of a percentage are understood. */
    static TypedValue of(ParameterDefinition definition, CurrencyUnit currency, String typed) {
        return switch (definition.type()) {
            case FLAG -> flag(typed.strip());
            case INTEGER -> integer(definition, plain(typed));
            case AMOUNT -> decimal(definition, plain(typed), currency.getDecimalPlaces());
            case PERCENT -> decimal(definition, percentless(plain(typed)), PERCENT_DECIMALS);
            case DECIMAL -> decimal(definition, plain(typed), MOST_DECIMALS);
        };
    }

    private static String plain(String typed) {
        return BLANKS.matcher(typed).replaceAll("").replace('\u2212', '-');
    }

    private static String percentless(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    }

    private static TypedValue flag(String text) {
        boolean known = List.of("true", "false").contains(text);
        return new TypedValue(text, known ? Optional.empty() : Fault.of("flag"));
    }

    private static TypedValue integer(ParameterDefinition definition, String text) {
        return new TypedValue(text, INTEGER.matcher(text).matches() ? range(definition, text) : Fault.of("integer"));
    }

    private static TypedValue decimal(ParameterDefinition definition, String text, int decimals) {
        if (!NUMBER.matcher(text).matches()) {
            return new TypedValue(text, Fault.of("number"));
        }
        if (AMBIGUOUS.matcher(text).matches()) {
            return new TypedValue(text, Fault.of("ambiguous"));
        }
        String value = text.replace(',', '.');
        if (new BigDecimal(value).stripTrailingZeros().scale() > decimals) {
            return new TypedValue(text, Fault.of("decimals", BigDecimal.valueOf(decimals)));
        }
        return new TypedValue(value, range(definition, value));
    }

    private static Optional<Fault> range(ParameterDefinition definition, String value) {
        BigDecimal number = new BigDecimal(value);
        Optional<BigDecimal> below = definition.minimum().filter(minimum -> number.compareTo(minimum) < 0);
        Optional<BigDecimal> above = definition.maximum().filter(maximum -> number.compareTo(maximum) > 0);
        return below.flatMap(minimum -> Fault.of("minimum", minimum))
                .or(() -> above.flatMap(maximum -> Fault.of("maximum", maximum)));
    }
}
