package org.torg.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Addresses within the portal. */
public final class Paths {

    private Paths() {}

    /** As it stands behind a question mark. */
    public static String query(Fields fields) {
        return fields.entries().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One part of a path. */
    public static String part(String text) {
        return encode(text).replace("+", "%20");
    }

    /** Whether somebody may be led there: nowhere but within the portal. */
    public static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/\\")
                && path.chars().noneMatch(c -> c < 0x20 || c == '\\');
    }
}
