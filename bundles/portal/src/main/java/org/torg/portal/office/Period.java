package org.torg.portal.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;

/**
 * From which day to which a list is wanted, both days included, where the reader is. What cannot be read is no bound.
 *
 * @param from the first day
 * @param until the last day
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** The names of the fields. */
    public static final String FROM = "from";

    public static final String UNTIL = "until";

    /** Of other years no calendar of a browser writes. */
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    public static Period of(Fields asked) {
        return new Period(day(asked, FROM), day(asked, UNTIL));
    }

    private static Optional<LocalDate> day(Fields asked, String field) {
        try {
            return asked.text(field).filter(text -> text.matches(DAY)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isBounded() {
        return from.isPresent() || until.isPresent();
    }

    /** When it begins. */
    public Optional<Instant> begin(Reader reader) {
        return from.map(reader::begin);
    }

    /** When it is over. */
    public Optional<Instant> end(Reader reader) {
        return until.map(day -> reader.begin(day.plusDays(1)));
    }

    /** As a browser's field has it. */
    public String value(String field) {
        return (field.equals(FROM) ? from : until).map(LocalDate::toString).orElse("");
    }
}
