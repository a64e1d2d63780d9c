package org.torg.portal.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How documents look: one style sheet for all of them, and the vendor's colour. */
final class DocumentStyle {

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final String sheet = read();

    /** @param accent {@code #rrggbb}; what is none leaves the sheet's own grey */
    String with(String accent) {
        return COLOUR.matcher(accent).matches() ? sheet + ".awning{background-color:" + accent + "}\n" : sheet;
    }

    private static String read() {
        try (InputStream in = DocumentStyle.class.getResourceAsStream("document.css")) {
            if (in == null) {
                throw new IllegalStateException("document.css is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
