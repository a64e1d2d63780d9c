package org.torg.portal.http;

/** The little JSON that our own script reads. */
final class Json {

    private Json() {}

    /** Text between quotation marks (RFC 8259, 7). */
    static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
