package org.torg.api.portal;

import java.util.regex.Pattern;

/**
 * A way to another page of the same capability and place.
 *
 * @param label what it is called
 * @param path within the capability, such as {@code visits/17} or {@code visits?day=2026-12-01}, without a slash in front; empty for
 *     its first page
 */
public record PageLink(Shown label, String path) {

    private static final Pattern PATH = Pattern.compile(
            "(?:[A-Za-z0-9_-]{1,64}(?:/[A-Za-z0-9_-]{1,64}){0,3})?(?:\\?[A-Za-z0-9_-]+=[A-Za-z0-9_.~%+-]*(?:&[A-Za-z0-9_-]+=[A-Za-z0-9_.~%+-]*)*)?");

    public PageLink {
        check(path);
    }

    static void check(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("no path within a capability: " + path);
        }
    }
}
