package org.torg.kernel.catalog.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.kernel.catalog.imports.Numerals.Numeral;

/** The cells of one row by the names of their columns, each read with its own faults. */
final class Cells {

    private static final Pattern EXPONENT = Pattern.compile("[-+]?[0-9]+[.,][0-9]+[eE][-+]?[0-9]+|[0-9]+[eE]\\+[0-9]+");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final BigDecimal MAX_PRICE = new BigDecimal("1000000000");
    private static final int PRICE_DECIMALS = 4;

    private final CsvRow row;
    private final Map<String, Integer> places;
    private final Numerals numerals;
    private final Faults faults;

    Cells(CsvRow row, Map<String, Integer> places, Numerals numerals, Faults faults) {
        this.row = row;
        this.places = places;
        this.numerals = numerals;
        this.faults = faults;
    }

    long line() {
        return row.line();
    }

    /** Empty when there is no such column. */
    String cell(String column) {
        Integer place = places.get(column);
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    void fault(String column, String code, String english, Argument... arguments) {
        faults.add(this, column, code, english, arguments);
    }

    /** A fault that was put into words elsewhere. */
    void fault(String column, String code, Message message) {
        faults.add(row.line(), column, cell("sku"), code, message);
    }

    boolean isGood() {
        return !faults.has(row.line());
    }

    /** A text of which any character may be meant, also one that a spreadsheet would take for a formula. */
    String text(String column, int max) {
        String text = PlainTexts.read(cell(column));
        if (text.length() > max) {
            fault(column, "text-too-long", "At most {0} characters.", Argument.number(max));
        }
        if (text.chars()
                .anyMatch(c -> c == '\ufffd' || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))) {
            fault(column, "character-invalid", "The text has a character that cannot be shown.");
        }
        return text;
    }

    String requiredText(String column, int max) {
        String text = text(column, max);
        if (text.isEmpty()) {
            fault(column, "value-missing", "A value is needed here.");
        }
        return text;
    }

    String code(String column, Pattern form, String code, String english) {
        String text = cell(column);
        if (text.isEmpty()) {
            fault(column, "value-missing", "A value is needed here.");
        } else if (!form.matcher(text).matches()) {
            fault(column, code, english);
        }
        return text;
    }

    Sku sku() {
        String text = cell("sku");
        if (text.isEmpty()) {
            fault("sku", "sku-missing", "The row has no article number.");
        } else if (EXPONENT.matcher(text).matches()) {
            fault(
                    "sku",
                    "sku-invalid",
                    "A spreadsheet has made a number of the article number. Format the column as text.");
        } else if (!Sku.isValid(text)) {
            fault("sku", "sku-invalid", "An article number has 1 to 40 letters, digits, dots, hyphens or slashes.");
        }
        return new Sku(text);
    }

    /** A number; zero with a fault when it is none. */
    BigDecimal number(String column, int decimals, BigDecimal below) {
        String text = cell(column);
        if (text.isEmpty()) {
            fault(column, "value-missing", "A value is needed here.");
            return BigDecimal.ZERO;
        }
        Optional<BigDecimal> number = numerals.read(text)
                .map(Numeral::value)
                .filter(value -> value.stripTrailingZeros().scale() <= decimals
                        && value.abs().compareTo(below) < 0);
        if (number.isEmpty()) {
            fault(column, "number-invalid", "{0} is no number that fits here.", Argument.text(Faults.cut(text, 40)));
        }
        return number.orElse(BigDecimal.ZERO);
    }

    /** A whole number within these bounds. */
    int whole(String column, String code, int min, int max) {
        Optional<BigDecimal> number =
                numerals.read(cell(column)).filter(read -> !read.hasDecimals()).map(Numeral::value);
        if (number.isEmpty()) {
            fault(column, "number-invalid", "{0} is no whole number.", Argument.text(Faults.cut(cell(column), 40)));
            return min;
        }
        if (number.get().compareTo(BigDecimal.valueOf(min)) < 0
                || number.get().compareTo(BigDecimal.valueOf(max)) > 0) {
            fault(column, code, "It must be {0} to {1}.", Argument.number(min), Argument.number(max));
            return min;
        }
        return number.get().intValueExact();
    }

    /** The amount of the columns {@code price} and {@code currency}, with at least the currency's decimals. */
    BigMoney price(CurrencyUnit expected) {
        BigDecimal amount = number("price", PRICE_DECIMALS, MAX_PRICE);
        if (amount.signum() < 0) {
            fault("price", "price-negative", "A price is not below zero.");
        }
        String currency = cell("currency");
        if (!currency.equals(expected.getCode())) {
            boolean known = CurrencyUnit.registeredCurrencies().stream()
                    .anyMatch(unit -> unit.getCode().equals(currency));
            fault(
                    "currency",
                    known ? "currency-mismatch" : "currency-unknown",
                    "Prices here are in {0}.",
                    Argument.text(expected.getCode()));
        }
        int scale = Math.max(
                expected.getDecimalPlaces(), amount.stripTrailingZeros().scale());
        return BigMoney.of(expected, amount.setScale(scale));
    }

    /** {@code 2026-12-31} or {@code 31.12.2026}; empty when the cell is. */
    Optional<LocalDate> date(String column) {
        String text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (DateTimeFormatter format : DATES) {
            Optional<LocalDate> date = parse(format, text);
            if (date.isPresent()) {
                return date;
            }
        }
        fault(column, "date-invalid", "{0} is no date such as 2026-12-31.", Argument.text(Faults.cut(text, 40)));
        return Optional.empty();
    }

    private static Optional<LocalDate> parse(DateTimeFormatter format, String text) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
