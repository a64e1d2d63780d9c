package org.torg.portal.quickorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.quickorder.Report;
import org.torg.api.quickorder.Report.State;
import org.torg.api.vendor.VendorId;

/** What stays to be corrected when the good rows are in the cart. */
class LeftRowsTest {

    private static Report.Row row(long number, State state, List<Report.Note> notes, String... typed) {
        return new Report.Row(
                number,
                Arrays.asList(typed),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes,
                List.of());
    }

    private static Report.Row row(long number, State state, String... typed) {
        return row(number, state, List.of(), typed);
    }

    private static Report report(Report.Row... rows) {
        int left = (int)
                Arrays.stream(rows).filter(row -> row.state() == State.LEFT_OUT).count();
        return new Report(new VendorId("lighting"), Arrays.asList(rows), left);
    }

    @Test
    @Tag("L21")
    void badRowsStayAsTheyWereTyped() {
        Report report = report(
                row(1, State.GOOD, "A-1", "2"), row(3, State.LEFT_OUT, "A-9", "1,5"), row(4, State.MERGED, "A-1", "1"));

        assertThat(LeftRows.of("A-1; 2\r\n\r\n  A-9 ;\t1,5\r\nA-1 1", report)).isEqualTo("  A-9 ;\t1,5");
    }

    @Test
    void soDoesTheHeader() {
        Report report = report(row(2, State.GOOD, "2", "A-1"), row(3, State.LEFT_OUT, "x", "A-2"));

        assertThat(LeftRows.of("Antall;Varenr\n2;A-1\nx;A-2\n", report)).isEqualTo("Antall;Varenr\nx;A-2");
    }

    @Test
    void aRowOfSeveralLinesStaysWhole() {
        Report report = report(row(1, State.LEFT_OUT, "A\nB", "1"), row(3, State.GOOD, "A-1", "1"));

        assertThat(LeftRows.of("\"A\nB\";1\nA-1;1", report)).isEqualTo("\"A\nB\";1");
    }

    @Test
    void whatNobodyTypedIsWrittenAnew() {
        assertThat(LeftRows.of(report(row(1, State.LEFT_OUT, "A-9", "4"), row(2, State.GOOD, "A-1", "1"))))
                .isEqualTo("A-9;4");
    }

    @Test
    void rowsAreCountedByHowTheyAreTold() {
        Report.Note note = new Report.Note("article-read-as", Message.of("x", "Read as {0}."));
        Report report = report(
                row(1, State.GOOD, "A-1", "2"),
                row(2, State.GOOD, List.of(note), "a-2", "2"),
                row(3, State.MERGED, "A-1", "1"),
                row(4, State.LEFT_OUT, List.of(note), "?", "1"));
        Sheet sheet = new Sheet(Optional.empty(), "", Optional.of(report), false, Optional.empty());

        assertThat(List.of(sheet.good(), sheet.remarked(), (long) sheet.left())).containsExactly(1L, 2L, 1L);
        assertThat(report.rows().stream().map(Sheet::tone)).containsExactly("ok", "warn", "warn", "bad");
    }
}
