package org.torg.rest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * The place in a list where a page ended, as callers see it: opaque, and of use for the same list only.
 *
 * @param list name of the list
 */
public record Cursor(String list) {

    private static final int LONGEST = 400;

    public String write(String position) {
        byte[] bytes = (list + ":" + position).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The position; empty when this is no cursor of this list. */
    public Optional<String> read(String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return text.startsWith(list + ":") && TextForm.isClean(text, false)
                    ? Optional.of(text.substring(list.length() + 1))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
