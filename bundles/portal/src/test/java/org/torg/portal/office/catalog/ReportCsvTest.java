package org.torg.portal.office.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The report of an import opens in a spreadsheet as what it is. */
class ReportCsvTest {

    private static String row(Object... cells) throws IOException {
        StringWriter out = new StringWriter();
        ReportCsv.write(out, cells);
        return out.toString();
    }

    @Test
    void cellsAreSeparatedBySemicolons() throws IOException {
        assertThat(row(12L, "price", "L-1")).isEqualTo("12;price;L-1\r\n");
    }

    @Test
    void whatWouldEndACellIsQuoted() throws IOException {
        assertThat(row("a;b", "say \"x\"", "two\nlines")).isEqualTo("\"a;b\";\"say \"\"x\"\"\";\"two\nlines\"\r\n");
    }

    @Test
    void nothingIsAFormula() throws IOException {
        assertThat(row("=1+1", "+47", "-1", "@x", "\tx", "")).isEqualTo("'=1+1;'+47;'-1;'@x;'\tx;\r\n");
    }
}
