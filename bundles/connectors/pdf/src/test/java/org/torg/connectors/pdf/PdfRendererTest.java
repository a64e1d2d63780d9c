package org.torg.connectors.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.document.PrintedPage;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfRendererTest {

    private static final String STYLE = "table{width:100%;-fs-table-paginate:paginate}";

    private static byte[] pdf(String body) throws IOException {
        return pdf(Settings.DEFAULTS, body);
    }

    private static byte[] pdf(Settings settings, String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfRenderer(settings).render(page(STYLE, body), out);
        return out.toByteArray();
    }

    private static PrintedPage page(String style, String body) {
        return new PrintedPage("Ordrebekreftelse L1", Locale.forLanguageTag("nb"), style, body);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String table(int rows) {
        StringBuilder table = new StringBuilder(
                "<table><thead><tr><th scope=\"col\">Vare</th><th scope=\"col\">Sum</th></tr></thead><tbody>");
        for (int i = 1; i <= rows; i++) {
            table.append("<tr><th scope=\"row\">Vare ")
                    .append(i)
                    .append(" med et navn</th><td>")
                    .append(i)
                    .append(",00</td></tr>");
        }
        return table.append("</tbody></table>").toString();
    }

    @Test
    @Tag("D24")
    void aDocumentKeepsToTheRulesForArchivesAndForReadingAloud() throws Exception {
        byte[] pdf = pdf("<h1>Ordrebekreftelse</h1><p>Ære, <b>Åse</b> 😀 漢字 שלום</p><ul><li>a</li></ul>" + table(120));
        assertThat(Conformance.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Conformance.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    /** A checker that finds no fault anywhere proves nothing. */
    @Test
    void theCheckerSeesWhatIsWrongWithAnOrdinaryPdf() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            page.setResources(new org.apache.pdfbox.pdmodel.PDResources());
            page.getResources().add((PDFont) new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            document.save(plain);
        }
        assertThat(Conformance.faults(plain.toByteArray(), PDFAFlavour.PDFA_2_A))
                .hasSizeGreaterThan(2);
        assertThat(Conformance.faults(plain.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }

    @Test
    void itSaysWhatItIsCalledAndInWhichLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("<p>a</p>"))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Ordrebekreftelse L1");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nb");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void theHeadOfATableStandsOnEveryPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(table(200)))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                assertThat(stripper.getText(document)).startsWith("Vare Sum");
            }
        }
    }

    @Test
    void everyFontThatIsUsedLiesInTheDocument() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf("<p>Äpplen på ön, Blåbærsyltetøy, Ελλάδα, Москва, <b>fet</b></p>"))) {
            var resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
        assertThat(text(pdf("<p>Äpplen på ön, Blåbærsyltetøy, Ελλάδα, Москва</p>")))
                .contains("Äpplen på ön, Blåbærsyltetøy, Ελλάδα, Москва");
    }

    @Test
    void whatNoFontHasAndWhatXmlCannotHoldIsSeenAsAReplacementSign() throws IOException {
        assertThat(text(pdf("<p>a漢b</p><p>c\u0001d</p><p>e\ud800f</p>"))).contains("a\ufffdb", "c\ufffdd", "e\ufffdf");
    }

    @Test
    void textFromTheRightIsDrawnFromTheRight() throws IOException {
        // The stripper turns it back: it is in order when both agree.
        assertThat(text(pdf("<p>\u05e9\u05dc\u05d5\u05dd</p>"))).contains("\u05e9\u05dc\u05d5\u05dd");
        assertThat(new Directions.Reversed().reorderRTLTextToLTR("\u05d0(\u05d1)"))
                .isEqualTo("(\u05d1)\u05d0");
    }

    @Test
    void nothingIsFetchedForADocumentAndNothingLeadsOutOfIt(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            Path secret = Files.writeString(folder.resolve("secret.css"), "p:after{content:'secret'}");
            String web = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            String style = "@import url('" + web + ".css'); @import url('" + secret.toUri() + "');"
                    + "@font-face{font-family:x;src:url('" + web + ".ttf')} p{font-family:x;background:url('" + web
                    + ".png')} li{list-style-image:url('" + secret.toUri() + "')}";
            String body = "<p>text</p><ul><li>a</li></ul><img alt=\"x\" src=\"" + web + ".png\"/><img alt=\"y\" src=\""
                    + secret.toUri() + "\"/><link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/><a href=\"" + web
                    + "\">link</a><object data=\"" + web + "\"/><a href=\"javascript:alert(1)\">more</a>";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new PdfRenderer(Settings.DEFAULTS).render(page(style, body), out);
            assertThat(text(out.toByteArray())).contains("text", "link", "more").doesNotContain("secret");
            assertThat(asked).hasValue(0);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                assertThat(document.getPage(0).getAnnotations()).isEmpty();
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPageThatIsNotWellFormedIsRefusedWithoutTellingWhatStandsInIt() {
        for (String body : new String[] {
            "<p>Kari Nordmann",
            "</body></html><p/>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><p>&e;</p>",
            "<p>&nbsp;</p>"
        }) {
            assertThatThrownBy(() -> pdf(body))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the page is not well-formed");
        }
    }

    @Test
    void whatIsTooMuchIsGivenUpAndNothingIsWritten() {
        Settings few = new Settings(1, 0, 30, 100_000, 2);
        assertThatThrownBy(() -> pdf(few, table(200)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pages");
        assertThatThrownBy(() -> pdf(few, "<p>" + "a".repeat(100_000) + "</p>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too large");
        Settings large = new Settings(1, 0, 1, 3_000_000, 500);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> new PdfRenderer(large).render(page("", table(25_000)), out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long");
        assertThat(out.size()).isZero();
        assertThatThrownBy(() -> pdf("<div>".repeat(60_000) + "</div>".repeat(60_000)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void oneMoreThanAreMadeAtOnceIsTurnedAwayAndItsTurnComesAgain() throws Exception {
        PdfRenderer renderer = new PdfRenderer(new Settings(1, 0, 2, 3_000_000, 500));
        Callable<String> slow = () -> {
            try {
                renderer.render(page("", table(25_000)), OutputStream.nullOutputStream());
                return "done";
            } catch (IOException e) {
                return e.getMessage();
            }
        };
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            List<String> ends = new ArrayList<>();
            for (Future<String> end : others.invokeAll(List.of(slow, slow))) {
                ends.add(end.get());
            }
            assertThat(ends).containsExactlyInAnyOrder("it took too long", "other documents are being made");
        } finally {
            others.shutdownNow();
        }
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        renderer.render(page("", "<p>b</p>"), next);
        assertThat(text(next.toByteArray())).contains("b");
    }
}
