package org.torg.kernel.catalog.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.catalog.ImportReportLine;

/** What is wrong with the rows of a chunk. */
final class Faults {

    private static final int MAX_COLUMN = 100;
    private static final int MAX_SKU = 100;

    private final List<ImportReportLine> lines = new ArrayList<>();
    private final Set<Long> rows = new HashSet<>();

    void add(long line, String column, String sku, String code, Message message) {
        rows.add(line);
        lines.add(line(line, column, sku, code, message));
    }

    void add(Cells cells, String column, String code, String english, Argument... arguments) {
        add(cells.line(), column, cells.cell("sku"), code, Message.of("import." + code, english, arguments));
    }

    /** Whether the row that begins on this line is bad. */
    boolean has(long line) {
        return rows.contains(line);
    }

    /** How many rows are bad. */
    int rows() {
        return rows.size();
    }

    List<ImportReportLine> lines() {
        return List.copyOf(lines);
    }

    static ImportReportLine line(long line, String column, String sku, String code, Message message) {
        return new ImportReportLine(line, cut(column, MAX_COLUMN), cut(sku, MAX_SKU), code, message);
    }

    /** Without what a database refuses, for the cell may be anything. */
    static String cut(String text, int max) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > max ? clean.substring(0, max) : clean;
    }
}
