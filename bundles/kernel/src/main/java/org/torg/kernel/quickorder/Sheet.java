package org.torg.kernel.quickorder;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Source;
import org.torg.api.quickorder.Report.Note;
import org.torg.kernel.catalog.imports.LooseCsv;
import org.torg.kernel.quickorder.HeaderWords.Columns;

/** Reads rows that were typed, pasted or sent as a file. Pure. */
final class Sheet {

    private Sheet() {}

    static Outcome<List<TypedRow>> of(Source.Rows rows) {
        if (rows.rows().size() > QuickOrders.MAX_ROWS) {
            return Outcome.refused(LooseCsv.tooMany(QuickOrders.MAX_ROWS).refusal());
        }
        List<TypedRow> read = new ArrayList<>();
        for (int i = 0; i < rows.rows().size(); i++) {
            Source.Typed row = rows.rows().get(i);
            List<String> typed = List.of(row.article(), row.quantity());
            if (typed.stream().anyMatch(cell -> !cell.isBlank())) {
                read.add(TypedRow.of(
                        i + 1L,
                        typed,
                        LooseCsv.plain(row.article()),
                        row.quantity().strip()));
            }
        }
        return some(read);
    }

    static Outcome<List<TypedRow>> of(Source.Text text) {
        // No character is less than a byte: longer than that it is a file, too.
        return text.text().length() > QuickOrders.MAX_BYTES
                ? Outcome.refused(tooLarge())
                : rows(() -> LooseCsv.text(text.text(), QuickOrders.MAX_ROWS + 1));
    }

    static Outcome<List<TypedRow>> of(Source.File file) {
        if (file.content().remaining() > QuickOrders.MAX_BYTES) {
            return Outcome.refused(tooLarge());
        }
        ByteBuffer content = file.content().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return rows(() -> LooseCsv.file(bytes, QuickOrders.MAX_ROWS + 1));
    }

    private static Refusal tooLarge() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "sheet-too-large",
                "The file may have {0} bytes at most.",
                Argument.number(QuickOrders.MAX_BYTES));
    }

    private interface Reading {
        List<LooseCsv.Row> read();
    }

    private static Outcome<List<TypedRow>> rows(Reading reading) {
        try {
            List<LooseCsv.Row> rows = reading.read();
            Optional<Columns> header = rows.stream().findFirst().flatMap(first -> HeaderWords.of(first.cells()));
            List<LooseCsv.Row> body = header.isPresent() ? rows.subList(1, rows.size()) : rows;
            if (body.size() > QuickOrders.MAX_ROWS) {
                return Outcome.refused(LooseCsv.tooMany(QuickOrders.MAX_ROWS).refusal());
            }
            Columns columns = header.orElse(Columns.FIRST_TWO);
            return some(body.stream().map(row -> row(row, columns)).toList());
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    private static TypedRow row(LooseCsv.Row row, Columns columns) {
        return new TypedRow(
                row.number(),
                row.cells(),
                cell(row, Optional.of(columns.article())),
                cell(row, columns.quantity()),
                Optional.empty(),
                List.of(),
                row.fault().map(fault -> new Note(fault.code(), fault.message())));
    }

    private static String cell(LooseCsv.Row row, Optional<Integer> place) {
        return place.filter(at -> at < row.cells().size())
                .map(at -> LooseCsv.plain(row.cells().get(at)))
                .orElse("");
    }

    static Outcome<List<TypedRow>> some(List<TypedRow> rows) {
        return rows.isEmpty()
                ? Outcome.refused(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, "rows-missing", "There is no row with anything in it."))
                : Outcome.done(rows);
    }
}
