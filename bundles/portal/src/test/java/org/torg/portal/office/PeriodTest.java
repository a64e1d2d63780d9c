package org.torg.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;

class PeriodTest {

    private static final Reader OSLO = new Reader(new Locale("nb"), ZoneId.of("Europe/Oslo"), new NoVendors());

    private static Period of(String from, String until) {
        return Period.of(Fields.NONE.with("from", from).with("until", until));
    }

    @Test
    void bothDaysAreIncludedWhereTheReaderIs() {
        Period day = of("2026-11-23", "2026-11-23");
        assertThat(day.begin(OSLO)).contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(day.end(OSLO)).contains(Instant.parse("2026-11-23T23:00:00Z"));
    }

    @Test
    void theDayOnWhichTheClockChangesIsAsLongAsItIs() {
        Period day = of("2026-03-29", "2026-03-29");
        assertThat(day.begin(OSLO)).contains(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(day.end(OSLO)).contains(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-02-30", "+999999999-12-31", "23.11.2026"})
    void whatIsNoDayIsNoBound(String text) {
        Period none = of(text, text);
        assertThat(none.isBounded()).isFalse();
        assertThat(none.begin(OSLO)).isEmpty();
        assertThat(none.end(OSLO)).isEmpty();
        assertThat(none.value(Period.FROM)).isEmpty();
    }

    @Test
    void theLastDayOfAllHasAnEnd() {
        assertThat(of("0000-01-01", "9999-12-31").end(OSLO)).isPresent();
    }
}
