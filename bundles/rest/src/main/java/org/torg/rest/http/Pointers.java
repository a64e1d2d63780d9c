package org.torg.rest.http;

/** JSON pointers (RFC 6901) of what a caller has sent, fit to be sent back. */
final class Pointers {

    private static final int LONGEST_NAME = 100;

    private Pointers() {}

    /** A name as one part of a pointer: escaped, shortened, without characters that no text may have. */
    static String escape(String name) {
        String shown = TextForm.isClean(name, false) ? name : "?";
        if (shown.length() > LONGEST_NAME) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…";
        }
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
