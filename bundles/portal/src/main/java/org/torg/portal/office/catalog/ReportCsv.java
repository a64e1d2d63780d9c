package org.torg.portal.office.catalog;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table for spreadsheets: semicolons, and nothing that a spreadsheet would take for a formula. */
final class ReportCsv {

    /** So that spreadsheets read UTF-8. */
    static final String MARK = "\ufeff";

    private static final String FORMULA = "=+-@\t\r";

    private ReportCsv() {}

    static void write(Writer out, Object... cells) throws IOException {
        write(out, Arrays.asList(cells));
    }

    private static void write(Writer out, List<Object> cells) throws IOException {
        out.write(cells.stream().map(cell -> cell(cell.toString())).collect(Collectors.joining(";")) + "\r\n");
    }

    private static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = plain.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
