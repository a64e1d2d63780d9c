package org.torg.api.document;

import java.util.Locale;

/**
 * What a document is made of. It is whole in itself: nothing that it names by an address is fetched, and no link of it leads
 * anywhere.
 *
 * @param title of the document, as readers show it above their window; not blank
 * @param language in which it is written
 * @param style a style sheet: CSS 2.1 with the paged media of CSS 3 ({@code @page}, margin boxes, {@code position: running()},
 *     {@code counter(page)}). It names no font: there is one, regular and bold
 * @param body what stands between the tags of {@code body}: well-formed as XML, without a document type and with no entities but
 *     the five of XML. What XML cannot hold and what no font has is shown as a replacement sign
 */
public record PrintedPage(String title, Locale language, String style, String body) {

    public PrintedPage {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title");
        }
    }

    /** Without what stands in it: documents hold names. */
    @Override
    public String toString() {
        return "PrintedPage[" + language.toLanguageTag() + ", " + body.length() + " characters]";
    }
}
