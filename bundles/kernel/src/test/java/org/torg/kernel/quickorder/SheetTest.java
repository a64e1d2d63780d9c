package org.torg.kernel.quickorder;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Source;

/** However people write their rows, they are read. */
@Tag("L21")
class SheetTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static List<String> file(byte[] content) {
        return Sheet.of(new Source.File(ByteBuffer.wrap(content))).orElseThrow().stream()
                .map(SheetTest::shown)
                .toList();
    }

    private static List<String> text(String text) {
        return Sheet.of(new Source.Text(text)).orElseThrow().stream()
                .map(SheetTest::shown)
                .toList();
    }

    private static String shown(TypedRow row) {
        return row.number() + ":" + row.article() + "=" + row.quantity();
    }

    private static byte[] marked(int... mark) {
        byte[] bytes = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            bytes[i] = (byte) mark[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[] mark, byte[] text) {
        return ByteBuffer.allocate(mark.length + text.length)
                .put(mark)
                .put(text)
                .array();
    }

    @Test
    void everyEncodingOfSpreadsheetsIsRead() {
        String text = "Määrä;Tuotenumero\r\n2;A-1\r\n\r\n3;Å-2\r\n";
        List<String> read = List.of("2:A-1=2", "4:Å-2=3");

        assertThat(file(text.getBytes(UTF_8))).isEqualTo(read);
        assertThat(file(joined(marked(0xef, 0xbb, 0xbf), text.getBytes(UTF_8)))).isEqualTo(read);
        assertThat(file(text.getBytes(WINDOWS))).isEqualTo(read);
        assertThat(file(joined(marked(0xff, 0xfe), text.getBytes(UTF_16LE)))).isEqualTo(read);
        assertThat(file(joined(marked(0xfe, 0xff), text.getBytes(UTF_16BE)))).isEqualTo(read);
        assertThat(file(text.getBytes(UTF_16LE))).isEqualTo(read);
        assertThat(file(text.getBytes(UTF_16BE))).isEqualTo(read);
        assertThat(text("\ufeff" + text)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            Varenummer;Antall
            Artikkelnr.;Ant.
            Art.nr;Antal
            Artikelnummer;Mängd
            Varenr;Mængde
            Tuotekoodi;Määrä
            Nimikenumero;Kpl
            Item no.;Qty
            SKU;Quantity
            """)
    void aHeaderInFiveLanguagesIsNoRow(String header) {
        assertThat(text(header + "\nA-1;2")).containsExactly("2:A-1=2");
        String[] names = header.split(";");
        assertThat(text(names[1] + ";Note;" + names[0] + "\n2;for room 4;A-1")).containsExactly("2:A-1=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-1;10,0",
                "A-1\t10,0",
                "A-1,\"10,0\"",
                "\"A-1\";\"10,0\"",
                "sep=;\nA-1;10,0",
                " A-1 ; 10,0 ",
                "A-1 10.0"
            })
    void everySeparatorIsFoundOut(String text) {
        List<TypedRow> rows = Sheet.of(new Source.Text(text)).orElseThrow();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).article()).isEqualTo("A-1");
        assertThat(rows.get(0).quantity()).isIn("10,0", "10.0");
    }

    @Test
    void whatIsPastedWithBlanksIsParted() {
        assertThat(text("A-1 2\n\n  B-2   1 000\nC-3")).containsExactly("1:A-1=2", "3:B-2=1 000", "4:C-3=");
    }

    @Test
    void aCellThatLooksLikeAFormulaStaysText() {
        assertThat(text("=1+1;2\n'=cmd|' /C calc'!A0;3\n+47;4\n'0012;5"))
                .containsExactly("1:=1+1=2", "2:=cmd|' /C calc'!A0=3", "3:+47=4", "4:'0012=5");
    }

    @Test
    void aRowWithABrokenQuoteCostsItselfOnly() {
        List<TypedRow> rows = Sheet.of(new Source.Text("A-1;2\n\"B-2;3\nC-3;4")).orElseThrow();

        assertThat(rows).extracting(SheetTest::shown).contains("1:A-1=2", "3:C-3=4");
        assertThat(rows.get(1).fault()).isPresent();
        assertThat(rows.get(1).typed()).isNotEmpty();
    }

    @Test
    void moreThanTenThousandRowsAreRefused() {
        String most = "A-1;1\n".repeat(QuickOrders.MAX_ROWS);

        assertThat(text("Artikkel;Antall\n" + most)).hasSize(QuickOrders.MAX_ROWS);
        assertThat(code(Sheet.of(new Source.Text(most + "A-1;1")))).isEqualTo("rows-too-many");
        assertThat(code(Sheet.of(
                        new Source.Rows(Collections.nCopies(QuickOrders.MAX_ROWS + 1, new Source.Typed("A-1", "1"))))))
                .isEqualTo("rows-too-many");
        assertThat(code(Sheet.of(new Source.File(ByteBuffer.allocate(QuickOrders.MAX_BYTES + 1)))))
                .isEqualTo("sheet-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", ";;\n;", "Artikkel;Antall"})
    void nothingIsSaidToBeNothing(String text) {
        assertThat(code(Sheet.of(new Source.Text(text)))).isEqualTo("rows-missing");
    }

    @Test
    void aPictureIsNoFileOfRows() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        assertThat(code(Sheet.of(new Source.File(ByteBuffer.wrap(picture))))).isEqualTo("encoding-unsupported");
    }
}
