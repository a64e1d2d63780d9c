package org.torg.connectors.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.torg.api.document.DocumentRenderer;
import org.torg.api.document.PrintedPage;
import org.w3c.dom.Document;

/**
 * Makes PDF/A-2a documents that are PDF/UA-1 too: to be kept, and to be read aloud. Nothing that a page names by an address is loaded,
 * neither from the network nor from files.
 */
@Component(service = DocumentRenderer.class, configurationPid = "org.torg.connectors.pdf")
@Designate(ocd = PdfConfiguration.class)
public final class PdfRenderer implements DocumentRenderer {

    private static final String REPLACEMENT = "\ufffd";

    private final PdfConfiguration configuration;
    private final Semaphore turns;
    private final Typefaces typefaces = new Typefaces();

    /** @throws IllegalArgumentException when the configuration is not usable; its message says why */
    @Activate
    public PdfRenderer(PdfConfiguration configuration) {
        this.configuration = configuration;
        if (configuration.at_once() < 1 || configuration.time() < 1 || configuration.turn() < 0) {
            throw new IllegalArgumentException("at.once and time are at least 1, turn is not negative");
        }
        if (configuration.max_characters() < 1 || configuration.max_pages() < 1) {
            throw new IllegalArgumentException("max.characters and max.pages are at least 1");
        }
        turns = new Semaphore(configuration.at_once(), true);
        // The library would write parts of pages into the log.
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnFonts());
    }

    @Override
    public void render(PrintedPage page, OutputStream out) throws IOException {
        if ((long) page.body().length() + page.style().length() > configuration.max_characters()) {
            throw new IOException("the page is too large");
        }
        takeTurn();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            make(page, pdf);
        } finally {
            turns.release();
        }
        pdf.writeTo(out);
    }

    private void takeTurn() throws IOException {
        try {
            if (!turns.tryAcquire(configuration.turn(), TimeUnit.SECONDS)) {
                throw new IOException("other documents are being made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private void make(PrintedPage page, OutputStream pdf) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The parsers of XML that the library looks for are those of the JDK.
        thread.setContextClassLoader(PdfRenderer.class.getClassLoader());
        try {
            Deadline deadline = new Deadline(Duration.ofSeconds(configuration.time()));
            builder(page, PageSource.of(page), deadline).toStream(pdf).run();
        } catch (Deadline.Exceeded e) {
            throw new IOException(e.getMessage());
        } catch (StackOverflowError e) {
            throw new IOException("the page is nested too deeply");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private PdfRendererBuilder builder(PrintedPage page, Document document, Deadline deadline) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        typefaces.offer(builder);
        return builder.withW3cDocument(document, "")
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Torg")
                .useReplacementText(REPLACEMENT)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUriResolver((base, uri) -> null)
                .useUnicodeLineBreaker(deadline.breaker(BreakIterator.getLineInstance(page.language())))
                .useUnicodeCharacterBreaker(deadline.breaker(BreakIterator.getCharacterInstance(page.language())))
                .useUnicodeBidiSplitter(Directions::new)
                .useUnicodeBidiReorderer(new Directions.Reversed())
                .usePageSupplier((pdf, width, height, number, shadow) -> page(pdf, width, height, number, deadline));
    }

    private PDPage page(PDDocument pdf, float width, float height, int number, Deadline deadline) {
        deadline.check();
        if (number >= configuration.max_pages()) {
            throw new Deadline.Exceeded("it has too many pages");
        }
        PDPage page = new PDPage(new PDRectangle(width, height));
        pdf.addPage(page);
        return page;
    }
}
