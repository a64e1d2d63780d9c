package org.torg.kernel.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.Position;
import org.torg.api.vendor.VendorId;

/** Where a page of the catalogue ended, as an opaque text. */
final class CatalogCursor {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._/-]{0,39})\n([a-z0-9-]{1,40})");
    private static final int MAX_LENGTH = 120;

    private CatalogCursor() {}

    static String write(Position position) {
        String text = position.sku().value() + "\n" + position.vendor().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is not one of ours. */
    static Optional<Position> read(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Matcher parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            return parts.matches()
                    ? Optional.of(new Position(new Sku(parts.group(1)), new VendorId(parts.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
