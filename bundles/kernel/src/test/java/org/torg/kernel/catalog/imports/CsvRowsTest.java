package org.torg.kernel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    /** Whatever stands in the cells comes back, when it is quoted as it should be. */
    @Property(tries = 1000)
    void cellsComeBackAsTheyWereWritten(@ForAll("tables") List<List<String>> table) throws IOException {
        String file = table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n"));

        List<CsvRow> rows = read(file, 3);

        List<List<String>> written = table.stream()
                .map(row -> row.stream().map(String::strip).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        assertThat(rows.stream().map(CsvRow::cells).toList()).isEqualTo(written);
        assertThat(rows).allMatch(row -> row.fault().isEmpty());
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars('a', 'æ', ' ', ';', ',', '"', '\n')
                .ofMaxLength(6);
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnRowOnly() throws IOException {
        List<CsvRow> rows = read("1;a;b\n2;\"open;b\n3;c;d\n4;e;f\n", 3);

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.get(1).fault())
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("quote-broken"));
        assertThat(rows.get(3).cells()).containsExactly("4", "e", "f");
    }

    @Test
    void aQuoteThatAnotherRowClosesCostsItsOwnRowOnly() throws IOException {
        List<CsvRow> rows = read("1;\"open;b\n2;c;d\n3;\"whole\";f\n4;\"g\";h\n", 3);

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.get(0).fault()).isPresent();
        assertThat(rows.get(2).cells()).containsExactly("3", "whole", "f");
    }

    @Test
    void inchMarksInsideAPlainCellStandForThemselves() throws IOException {
        List<CsvRow> rows = read("1;Ramme 19\" svart;b\n2;c;d\n", 3);

        assertThat(rows.get(0).cells()).containsExactly("1", "Ramme 19\" svart", "b");
        assertThat(rows.get(1).cells()).containsExactly("2", "c", "d");
    }

    /** A file without an end of line is not held in memory: this one has two hundred million characters. */
    @Test
    void aLineWithoutEndIsCutAndDropped() throws IOException {
        CsvRows rows = new CsvRows(new CsvLines(new Endless(200_000_000L)), ';', 3);

        List<CsvRow> all = rows.next(10);

        assertThat(all).hasSize(1);
        assertThat(all.get(0).fault())
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("row-too-long"));
    }

    @Test
    void blankLinesCostNothing() {
        String file = "a;b\n" + "\n".repeat(5_000_000) + "c;d\n";

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(read(file, 2)).extracting(CsvRow::line).containsExactly(1L, 5_000_002L));
    }

    @Test
    void linesMayEndInEachWay() throws IOException {
        List<CsvRow> rows = read("1;a;b\r\n2;c;d\r3;e;f\n\n;;\n4;g;h", 3);

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L, 6L);
        assertThat(rows).extracting(row -> row.cells().get(2)).containsExactly("b", "d", "f", "h");
    }

    private static List<CsvRow> read(String file, int columns) throws IOException {
        CsvRows rows = new CsvRows(new CsvLines(new StringReader(file)), ';', columns);
        List<CsvRow> all = new ArrayList<>();
        for (List<CsvRow> chunk = rows.next(2); !chunk.isEmpty(); chunk = rows.next(2)) {
            all.addAll(chunk);
        }
        return all;
    }

    private static final class Endless extends Reader {

        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            java.util.Arrays.fill(into, offset, offset + given, 'x');
            left -= given;
            return given;
        }

        @Override
        public void close() {
            left = 0;
        }
    }
}
