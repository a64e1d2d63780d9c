package org.torg.kernel.catalog.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as people and spreadsheets write them: {@code 1 234,50}, {@code 1.234,50}, {@code 1,234.50}, {@code 1'234.50}.
 * Most numbers say by themselves what their signs mean; {@code 1,250} does not, and is read as the rest of the file is.
 */
final class Numerals {

    enum DecimalSign {
        COMMA,
        POINT,
        /** The file has both, so that a number which may be read in two ways is refused. */
        MIXED
    }

    /** @param hasDecimals whether a decimal sign was written, even if only zeros follow */
    record Numeral(BigDecimal value, boolean hasDecimals) {}

    private static final Pattern SIGNED = Pattern.compile("([-+\\u2212]?)([0-9].*)");
    private static final String BLANKS = "[ '\\u2019\\u00a0\\u2009\\u202f]";
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}");
    private static final Pattern GROUPED_BY_BLANKS =
            Pattern.compile("[1-9][0-9]{0,2}(" + BLANKS + ")[0-9]{3}(\\1[0-9]{3}){0,3}");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}([.,])[0-9]{3}(\\1[0-9]{3}){0,3}");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,10}");

    private final DecimalSign sign;

    Numerals(DecimalSign sign) {
        this.sign = sign;
    }

    /** The number; empty when it is none, or one that may be read in two ways. */
    Optional<Numeral> read(String text) {
        Matcher signed = SIGNED.matcher(text.strip());
        if (!signed.matches()) {
            return Optional.empty();
        }
        boolean negative = !signed.group(1).isEmpty() && !signed.group(1).equals("+");
        return unsigned(signed.group(2))
                .map(number -> negative ? new Numeral(number.value().negate(), number.hasDecimals()) : number);
    }

    private Optional<Numeral> unsigned(String text) {
        if (AMBIGUOUS.matcher(text).matches()) {
            if (sign == DecimalSign.MIXED) {
                return Optional.empty();
            }
            return text.indexOf(sign == DecimalSign.COMMA ? ',' : '.') > 0 ? split(text, lastSign(text)) : whole(text);
        }
        Optional<Numeral> whole = whole(text);
        return whole.isPresent() ? whole : split(text, lastSign(text));
    }

    private static Optional<Numeral> whole(String text) {
        return isWhole(text) ? Optional.of(new Numeral(new BigDecimal(digits(text)), false)) : Optional.empty();
    }

    private static Optional<Numeral> split(String text, int at) {
        if (at < 1) {
            return Optional.empty();
        }
        String integer = text.substring(0, at);
        String decimals = text.substring(at + 1);
        boolean sameSignBefore = integer.indexOf(text.charAt(at)) >= 0;
        if (sameSignBefore || !isWhole(integer) || !DECIMALS.matcher(decimals).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Numeral(new BigDecimal(digits(integer) + "." + decimals), true));
    }

    private static boolean isWhole(String text) {
        return PLAIN.matcher(text).matches()
                || GROUPED_BY_BLANKS.matcher(text).matches()
                || GROUPED.matcher(text).matches();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static int lastSign(String text) {
        return Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    }

    /** Which decimal sign this number proves; empty when it proves none. */
    static Optional<DecimalSign> evidence(String text) {
        String number = text.strip().replaceFirst("^[-+\\u2212]", "");
        int last = lastSign(number);
        if (last < 1 || AMBIGUOUS.matcher(number).matches()) {
            return Optional.empty();
        }
        boolean comma = number.charAt(last) == ',';
        if (GROUPED.matcher(number).matches()) {
            return Optional.of(comma ? DecimalSign.POINT : DecimalSign.COMMA);
        }
        return split(number, last).map(read -> comma ? DecimalSign.COMMA : DecimalSign.POINT);
    }
}
