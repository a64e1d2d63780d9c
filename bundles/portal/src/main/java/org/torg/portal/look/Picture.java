package org.torg.portal.look;

import java.util.Optional;
import org.torg.api.catalog.Medium;

/**
 * A picture in the size in which a page shows it.
 *
 * @param src of the size that suffices
 * @param srcset of twice as many pixels, for dense screens; empty where there is none
 */
public record Picture(String src, Optional<String> srcset, int width, int height) {

    private static final String MEDIA = "/api/v1/media/";

    /**
     * The smallest size that fills a square, else the largest there is.
     *
     * @param pixels of the square's side, above 0
     */
    public static Picture of(Medium medium, int pixels) {
        Medium.Size shown = size(medium, pixels);
        Medium.Size dense = size(medium, 2 * pixels);
        return new Picture(
                address(shown.hash()),
                dense.equals(shown) ? Optional.empty() : Optional.of(address(dense.hash()) + " 2x"),
                shown.width(),
                shown.height());
    }

    /** Where the bytes of a document, or of a picture in one size, are served. */
    public static String address(String hash) {
        return MEDIA + hash;
    }

    private static Medium.Size size(Medium medium, int pixels) {
        return medium.sizes().stream()
                .filter(size -> Math.max(size.width(), size.height()) >= pixels)
                .findFirst()
                .orElseGet(() -> medium.sizes().get(medium.sizes().size() - 1));
    }
}
