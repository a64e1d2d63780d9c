package org.torg.api.catalog;

import java.util.List;
import org.torg.api.LocalizedText;

/**
 * A picture or a document of an article or a category (H23).
 *
 * @param hash names its bytes for ever: SHA-256 in 64 hexadecimal digits; of a picture that of its largest size
 * @param mediaType {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 * @param fileName as staff gave it, without folders
 * @param bytes of what the hash names
 * @param title may be empty; of a picture what it shows, for those who do not see it
 * @param languages ISO 639-1 codes of those it is meant for; empty: everybody
 * @param sizes of a picture, the smallest first and the hash's own last; a document has none
 */
public record Medium(
        Kind kind,
        String hash,
        String mediaType,
        String fileName,
        long bytes,
        LocalizedText title,
        List<String> languages,
        List<Size> sizes) {

    public enum Kind {
        PICTURE,
        DOCUMENT
    }

    /** In pixels. The bytes under this hash are of the medium's type too. */
    public record Size(String hash, int width, int height) {}

    public Medium {
        languages = List.copyOf(languages);
        sizes = List.copyOf(sizes);
    }
}
