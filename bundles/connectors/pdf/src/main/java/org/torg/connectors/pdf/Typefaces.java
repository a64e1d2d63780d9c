package org.torg.connectors.pdf;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * The fonts of documents, embedded as far as a document uses them: Liberation Sans for what Europe writes, DejaVu Sans for what that
 * one lacks. Only their measures are kept in memory.
 */
final class Typefaces {

    static final String FAMILY = "document";
    static final String REGULAR_FILE = "LiberationSans-Regular.ttf";

    private static final String MORE = "more";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final FSCacheEx<String, FSCacheValue> measures = new FSDefaultCacheStore();

    void offer(PdfRendererBuilder builder) {
        Set<FSFontUseCase> document = EnumSet.of(FSFontUseCase.DOCUMENT);
        Set<FSFontUseCase> fallback = EnumSet.of(FSFontUseCase.FALLBACK_PRE);
        offer(builder, REGULAR_FILE, FAMILY, REGULAR, document);
        offer(builder, "LiberationSans-Bold.ttf", FAMILY, BOLD, document);
        offer(builder, "DejaVuSans.ttf", MORE, REGULAR, fallback);
        offer(builder, "DejaVuSans-Bold.ttf", MORE, BOLD, fallback);
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, measures);
    }

    private static void offer(
            PdfRendererBuilder builder, String file, String family, int weight, Set<FSFontUseCase> uses) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true, uses);
    }

    static InputStream open(String file) {
        InputStream font = Typefaces.class.getResourceAsStream("font/" + file);
        if (font == null) {
            throw new IllegalStateException(file + " is missing");
        }
        return font;
    }
}
