package org.torg.kernel.catalog.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.kernel.catalog.imports.Numerals.DecimalSign;

/**
 * How a file is written, found out by reading all of it once or twice.
 *
 * @param header names of the columns in their order, in small letters
 */
record CsvForm(FileEncoding encoding, char separator, List<String> header, DecimalSign decimals) {

    private static final int CHUNK = 500;
    /** So much more evidence for one decimal sign makes the rest slips. */
    private static final int CLEARLY = 10;

    CsvForm {
        header = List.copyOf(header);
    }

    /**
     * @param file opens it from its beginning
     * @param numberColumns whose cells tell the decimal sign
     * @throws RefusedException {@code encoding-unsupported}, {@code file-empty}, {@code header-invalid}
     */
    static CsvForm survey(Supplier<InputStream> file, Set<String> numberColumns) throws IOException {
        FileEncoding encoding;
        try (InputStream in = file.get()) {
            encoding = FileEncoding.of(in);
        }
        char separator;
        List<String> header;
        try (InputStream in = file.get()) {
            CsvLines lines = lines(encoding, in);
            separator = separator(lines);
            header = header(new CsvRows(lines, separator, 0));
        }
        CsvForm form = new CsvForm(encoding, separator, header, DecimalSign.MIXED);
        try (InputStream in = file.get()) {
            return new CsvForm(encoding, separator, header, form.decimalSign(form.rows(in), numberColumns));
        }
    }

    /** The rows after the header. */
    CsvRows rows(InputStream in) throws IOException {
        CsvLines lines = lines(encoding, in);
        header(new CsvRows(lines, separator, 0));
        return new CsvRows(lines, separator, header.size());
    }

    private static CsvLines lines(FileEncoding encoding, InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.skipNBytes(encoding.markBytes());
        return new CsvLines(new InputStreamReader(buffered, encoding.charset()));
    }

    /** What stands more often in the header, outside of quotation marks. */
    private static char separator(CsvLines lines) throws IOException {
        Optional<CsvLines.Line> line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        lines.pushBack(line.stream().toList());
        String text = line.map(CsvLines.Line::text).orElse("").replaceAll("\"[^\"]*\"", "");
        long commas = text.chars().filter(c -> c == ',').count();
        long semicolons = text.chars().filter(c -> c == ';').count();
        return commas > semicolons ? ',' : ';';
    }

    private static List<String> header(CsvRows rows) throws IOException {
        List<CsvRow> first = rows.next(1);
        if (first.isEmpty()) {
            throw new RefusedException(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "file-empty", "The file has no header and no rows."));
        }
        List<String> names = first.get(0).cells().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw invalid("The column {0} stands twice in the header.", name);
            }
        }
        if (first.get(0).fault().isPresent()) {
            throw invalid(
                    "The header cannot be read: {0}.",
                    first.get(0).fault().get().code());
        }
        return names;
    }

    private static RefusedException invalid(String english, String argument) {
        return new RefusedException(
                Refusal.of(Refusal.Kind.UNPROCESSABLE, "header-invalid", english, Argument.text(argument)));
    }

    private DecimalSign decimalSign(CsvRows rows, Set<String> numberColumns) throws IOException {
        List<Integer> places = IntStream.range(0, header.size())
                .filter(place -> numberColumns.contains(header.get(place)))
                .boxed()
                .toList();
        Map<DecimalSign, Integer> counts = new EnumMap<>(DecimalSign.class);
        int broken = 0;
        for (List<CsvRow> chunk = rows.next(CHUNK);
                !chunk.isEmpty() && broken <= ImportProcess.MOST_REJECTED;
                chunk = rows.next(CHUNK)) {
            for (CsvRow row : chunk) {
                if (row.fault().isPresent()) {
                    broken++;
                } else {
                    places.forEach(place -> Numerals.evidence(row.cells().get(place))
                            .ifPresent(sign -> counts.merge(sign, 1, Integer::sum)));
                }
            }
        }
        int commas = counts.getOrDefault(DecimalSign.COMMA, 0);
        int points = counts.getOrDefault(DecimalSign.POINT, 0);
        if (commas == 0 && points == 0) {
            return separator == ';' ? DecimalSign.COMMA : DecimalSign.POINT;
        }
        if (points == 0 || commas >= points * CLEARLY) {
            return DecimalSign.COMMA;
        }
        return commas == 0 || points >= commas * CLEARLY ? DecimalSign.POINT : DecimalSign.MIXED;
    }
}
