package org.torg.kernel.quickorder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.torg.api.quickorder.QuickOrders.Csv;
import org.torg.api.quickorder.Report.Row;
import org.torg.api.quickorder.Report.State;
import org.torg.kernel.catalog.imports.PlainTexts;

/** The rows that were left out, to be corrected and sent again; what else was typed in them stands in the last column. */
final class RejectedRows implements Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').build();

    private static final List<String> HEADER = List.of("article", "quantity", "problem", "suggestions", "row", "typed");

    private final List<TypedRow> typed;
    private final List<Row> rows;

    /** @param rows what became of the typed ones, in the same order */
    RejectedRows(List<TypedRow> typed, List<Row> rows) {
        this.typed = List.copyOf(typed);
        this.rows = List.copyOf(rows);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
        csv.printRecord(HEADER);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).state() == State.LEFT_OUT) {
                csv.printRecord(cells(typed.get(i), rows.get(i)));
            }
        }
        csv.flush();
    }

    private static List<String> cells(TypedRow typed, Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(PlainTexts.write(typed.article()));
        cells.add(PlainTexts.write(typed.quantity()));
        cells.add(row.notes().get(0).code());
        cells.add(
                row.suggestions().stream().map(article -> article.sku().value()).collect(Collectors.joining(" ")));
        cells.add(Long.toString(row.number()));
        cells.add(row.typed().size() > 2 ? PlainTexts.write(String.join(" | ", row.typed())) : "");
        return cells;
    }
}
