package org.torg.rest.catalog;

import java.util.List;
import org.torg.api.catalog.Medium;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * A picture or a document.
 *
 * @param href of the document, or of the largest size of the picture; the same bytes for ever
 * @param title in the caller's language; may be empty
 * @param languages of those it is meant for; none: everybody
 */
public record MediumJson(
        String kind,
        String href,
        String mediaType,
        String fileName,
        long bytes,
        String title,
        List<String> languages,
        List<PictureSizeJson> sizes) {

    private static final String MEDIA = "/api/v1/media/";

    /** In pixels. */
    public record PictureSizeJson(String href, int width, int height) {}

    static MediumJson of(Medium medium, Wording wording) {
        return new MediumJson(
                Words.of(medium.kind()),
                MEDIA + medium.hash(),
                medium.mediaType(),
                medium.fileName(),
                medium.bytes(),
                wording.of(medium.title()),
                medium.languages(),
                medium.sizes().stream()
                        .map(size -> new PictureSizeJson(MEDIA + size.hash(), size.width(), size.height()))
                        .toList());
    }
}
