package org.torg.portal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.torg.portal.page.Fields;

/** Reads what stands behind a question mark, whatever it is. */
final class QueryText {

    private QueryText() {}

    static Fields fields(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Fields.NONE;
        }
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String pair : query.split("&", 200)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new Fields(byName);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no byte: somebody typed it so.
            return text;
        }
    }
}
