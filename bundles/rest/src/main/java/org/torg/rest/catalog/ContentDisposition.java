package org.torg.rest.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Under which name a file is saved (RFC 6266), for those who know Unicode and those who do not. */
final class ContentDisposition {

    private ContentDisposition() {}

    static String attachment(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
