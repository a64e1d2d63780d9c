package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.kernel.catalog.imports.CsvLines.Line;
import org.torg.kernel.catalog.imports.CsvRow.Fault;

/**
 * The rows of a file, of which each may take several lines. A row with a broken quote costs itself only: reading goes on with
 * the line after its first.
 */
final class CsvRows {

    private static final int MAX_LINES = 100;
    private static final int MAX_LENGTH = 200_000;

    private final CsvLines lines;
    private final CSVFormat format;
    private final char separator;
    private final int columns;

    /** @param columns how many cells a row must have; 0: any number */
    CsvRows(CsvLines lines, char separator, int columns) {
        this.lines = lines;
        this.separator = separator;
        this.columns = columns;
        this.format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .build();
    }

    /** Up to this many rows, blank ones left out; empty at the end of the file. */
    List<CsvRow> next(int count) throws IOException {
        List<CsvRow> rows = new ArrayList<>(count);
        while (rows.size() < count) {
            Optional<Line> first = lines.next();
            if (first.isEmpty()) {
                break;
            }
            // Without a parser for each blank line: a file may be made of nothing else.
            if (!first.get().text().isBlank()) {
                CsvRow row = row(first.get());
                if (!row.isBlank()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private CsvRow row(Line first) throws IOException {
        List<Line> taken = new ArrayList<>(List.of(first));
        StringBuilder text = new StringBuilder(first.text());
        boolean cut = first.cut();
        long quotes = quotes(first.text());
        // A single line may be whole in spite of an odd quote: one inside a cell that is not quoted stands for itself.
        Optional<List<String>> cells = cut ? Optional.empty() : parse(text.toString());
        while (cells.isEmpty() && !cut && quotes % 2 == 1 && taken.size() < MAX_LINES && text.length() < MAX_LENGTH) {
            Optional<Line> more = lines.next();
            if (more.isEmpty()) {
                break;
            }
            text.append(taken.get(taken.size() - 1).end()).append(more.get().text());
            taken.add(more.get());
            cut = more.get().cut();
            quotes += quotes(more.get().text());
            if (quotes % 2 == 0) {
                cells = parse(text.toString());
            }
        }
        boolean fits = cells.isPresent() && (columns == 0 || cells.get().size() == columns);
        if (fits || (cells.isPresent() && taken.size() == 1)) {
            return fits ? whole(first, cells.get()) : miscounted(first, cells.get());
        }
        lines.pushBack(taken.subList(1, taken.size()));
        return broken(first);
    }

    private static CsvRow whole(Line first, List<String> cells) {
        return new CsvRow(first.number(), cells, Optional.empty());
    }

    private CsvRow miscounted(Line first, List<String> cells) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return whole(first, cells);
        }
        Message message = Message.of(
                "import.column-count",
                "The row has {0} columns instead of {1}.",
                Argument.number(cells.size()),
                Argument.number(columns));
        return new CsvRow(first.number(), cells, Optional.of(new Fault("column-count", message)));
    }

    private CsvRow broken(Line first) {
        Fault fault = first.cut()
                ? new Fault(
                        "row-too-long",
                        Message.of(
                                "import.row-too-long",
                                "The line is longer than {0} characters.",
                                Argument.number(CsvLines.MAX_LENGTH)))
                : new Fault(
                        "quote-broken",
                        Message.of(
                                "import.quote-broken", "A quotation mark is not closed, or stands where none may be."));
        int end = first.text().indexOf(separator);
        String beginning =
                first.text().substring(0, end < 0 ? Math.min(40, first.text().length()) : end);
        return new CsvRow(first.number(), List.of(beginning.strip()), Optional.of(fault));
    }

    /** The cells of what should be one row; empty when it is none, or not the whole of one. */
    private Optional<List<String>> parse(String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                return Optional.of(List.of(""));
            }
            return records.size() == 1
                    ? Optional.of(records.get(0).stream().map(String::strip).toList())
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '"').count();
    }
}
