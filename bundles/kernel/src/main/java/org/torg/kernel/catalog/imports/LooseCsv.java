package org.torg.kernel.catalog.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;

/** The rows of a short file or a pasted text of which one knows neither encoding nor separator, nor whether it has a header. */
public final class LooseCsv {

    /** In the order in which they win where several fit alike: a comma may be a decimal sign. */
    private static final char[] SEPARATORS = {'\t', ';', ','};

    private static final int LOOKED_AT = 500;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern STATED = Pattern.compile("(?i)sep=([\t;,])");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    /**
     * A row as it was typed.
     *
     * @param number the line on which it begins, from 1
     * @param fault why it cannot be read; its cells are then what can be made of it
     */
    public record Row(long number, List<String> cells, Optional<Fault> fault) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param code as in a report of an import */
    public record Fault(String code, Message message) {}

    private LooseCsv() {}

    /** @throws RefusedException {@code encoding-unsupported}, {@code rows-too-many} */
    public static List<Row> file(byte[] content, int most) {
        try (Reader text = decoded(content)) {
            return rows(text, most);
        } catch (IOException e) {
            throw new UncheckedIOException("from memory", e);
        }
    }

    /** @throws RefusedException {@code rows-too-many} */
    public static List<Row> text(String text, int most) {
        try (Reader reader = new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            return rows(reader, most);
        } catch (IOException e) {
            throw new UncheckedIOException("from memory", e);
        }
    }

    /** What stands in a cell, without the mark that keeps spreadsheets from taking it for a formula. */
    public static String plain(String cell) {
        return PlainTexts.read(cell).strip();
    }

    private static Reader decoded(byte[] content) throws IOException {
        Optional<Charset> wide = wide(content);
        if (wide.isPresent()) {
            int mark = content.length >= 2 && (content[0] & content[1] & 0xfe) == 0xfe ? 2 : 0;
            return new StringReader(new String(content, mark, content.length - mark, wide.get()));
        }
        FileEncoding encoding = FileEncoding.of(new ByteArrayInputStream(content));
        BufferedInputStream bytes = new BufferedInputStream(new ByteArrayInputStream(content));
        bytes.skipNBytes(encoding.markBytes());
        return new InputStreamReader(bytes, encoding.charset());
    }

    /** UTF-16 says so by its mark, or by a zero in every second place of most of its text. */
    private static Optional<Charset> wide(byte[] content) {
        if (content.length >= 2 && content[0] == (byte) 0xff && content[1] == (byte) 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (content.length >= 2 && content[0] == (byte) 0xfe && content[1] == (byte) 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int[] zeros = new int[2];
        int looked = Math.min(content.length, LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += content[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] <= looked / 4) {
            return Optional.empty();
        }
        if (zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static List<Row> rows(Reader text, int most) throws IOException {
        CsvLines lines = new CsvLines(text);
        List<CsvLines.Line> head = new ArrayList<>();
        for (Optional<CsvLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            head.add(line.get());
            if (head.size() == LOOKED_AT) {
                break;
            }
        }
        // What Excel writes as a first line of its own.
        Optional<Character> stated = head.stream()
                .findFirst()
                .map(first -> STATED.matcher(first.text().strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1).charAt(0));
        lines.pushBack(stated.isPresent() ? head.subList(1, head.size()) : head);
        Optional<Character> separator = stated.or(() -> separator(head));
        CsvRows csv = new CsvRows(lines, separator.orElse(';'), 0);
        List<Row> rows = new ArrayList<>();
        for (List<CsvRow> chunk = csv.next(LOOKED_AT); !chunk.isEmpty(); chunk = csv.next(LOOKED_AT)) {
            for (CsvRow row : chunk) {
                rows.add(row(row, separator.isEmpty()));
            }
            if (rows.size() > most) {
                throw tooMany(most);
            }
        }
        return rows;
    }

    public static RefusedException tooMany(int most) {
        return new RefusedException(Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "rows-too-many",
                "There may be {0} rows at most. Divide them.",
                Argument.number(most)));
    }

    /** What separates cells on most lines; empty where nothing but blanks does. */
    private static Optional<Character> separator(List<CsvLines.Line> lines) {
        int[] counts = new int[SEPARATORS.length];
        for (CsvLines.Line line : lines) {
            String bare = QUOTED.matcher(line.text()).replaceAll("");
            for (int i = 0; i < SEPARATORS.length; i++) {
                counts[i] += bare.indexOf(SEPARATORS[i]) >= 0 ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < SEPARATORS.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 ? Optional.empty() : Optional.of(SEPARATORS[best]);
    }

    private static Row row(CsvRow row, boolean byBlanks) {
        List<String> cells = byBlanks && row.cells().size() == 1
                ? Arrays.asList(BLANKS.split(row.cells().get(0), 2))
                : row.cells();
        return new Row(row.line(), cells, row.fault().map(fault -> new Fault(fault.code(), fault.message())));
    }
}
