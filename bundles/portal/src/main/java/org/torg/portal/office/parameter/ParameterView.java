package org.torg.portal.office.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;
import org.torg.api.vendor.Vendors.ParameterSheet;
import org.torg.portal.look.Reader;

/**
 * One parameter of a vendor, on a day.
 *
 * @param value in force today
 * @param rows all that staff ever set for it, the newest first
 * @param today in the seller's zone
 */
public record ParameterView(
        ParameterDefinition definition,
        CurrencyUnit currency,
        String value,
        List<ParameterChange> rows,
        LocalDate today) {

    /** When a row counts. */
    public enum Time {
        NOW,
        LATER,
        EARLIER
    }

    public ParameterView {
        rows = List.copyOf(rows);
    }

    static List<ParameterView> all(ParameterSheet sheet, LocalDate today) {
        return sheet.definitions().stream()
                .map(definition -> of(sheet, definition, today))
                .toList();
    }

    static Optional<ParameterView> of(ParameterSheet sheet, String key, LocalDate today) {
        return sheet.definitions().stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst()
                .map(definition -> of(sheet, definition, today));
    }

    private static ParameterView of(ParameterSheet sheet, ParameterDefinition definition, LocalDate today) {
        return new ParameterView(
                definition,
                sheet.today().currency(),
                sheet.today().values().getOrDefault(definition.key(), definition.initial()),
                sheet.changes().stream()
                        .filter(row -> row.key().equals(definition.key()))
                        .toList(),
                today);
    }

    /** The row that counts today; empty while nobody has set another value than the initial one. */
    public Optional<ParameterChange> since() {
        Optional<ParameterChange> best = Optional.empty();
        for (ParameterChange row : rows) {
            boolean counts = !row.validFrom().isAfter(today) && row.value().equals(value);
            if (counts && (best.isEmpty() || row.validFrom().isAfter(best.get().validFrom()))) {
                best = Optional.of(row);
            }
        }
        return best;
    }

    /** What will count, the next one first. Of rows that begin together, the one that was set last. */
    public List<ParameterChange> coming() {
        return rows.stream()
                .filter(row -> row.validFrom().isAfter(today))
                .filter(row -> rows.stream()
                        .filter(other -> other.validFrom().equals(row.validFrom()))
                        .findFirst()
                        .filter(row::equals)
                        .isPresent())
                .distinct()
                .sorted((one, other) -> one.validFrom().compareTo(other.validFrom()))
                .toList();
    }

    public Time time(ParameterChange row) {
        if (row.validFrom().isAfter(today)) {
            return coming().contains(row) ? Time.LATER : Time.EARLIER;
        }
        return since().filter(row::equals).isPresent() ? Time.NOW : Time.EARLIER;
    }

    /** A value as people write it. */
    public String write(String text, Reader reader) {
        return write(definition.type(), currency, text, reader);
    }

    public String write(Reader reader) {
        return write(value, reader);
    }

    private static String write(Type type, CurrencyUnit currency, String text, Reader reader) {
        try {
            return switch (type) {
                case FLAG -> reader.text(Boolean.parseBoolean(text) ? "parameter.yes" : "parameter.no");
                case AMOUNT -> reader.money(Money.of(currency, new BigDecimal(text)));
                case PERCENT -> reader.percent(new BigDecimal(text));
                case INTEGER, DECIMAL -> reader.number(new BigDecimal(text));
            };
        } catch (NumberFormatException | ArithmeticException e) {
            // A row of an earlier version of the vendor, which allowed what this one does not.
            return text;
        }
    }

    /** A value as it is typed into the field. */
    public String typed(String text, Reader reader) {
        return definition.type() == Type.FLAG || reader.language().equals("en") ? text : text.replace('.', ',');
    }

    /** Of the limits; empty where there is none. */
    public Optional<String> minimum(Reader reader) {
        return definition.minimum().map(limit -> write(limit.toPlainString(), reader));
    }

    public Optional<String> maximum(Reader reader) {
        return definition.maximum().map(limit -> write(limit.toPlainString(), reader));
    }
}
