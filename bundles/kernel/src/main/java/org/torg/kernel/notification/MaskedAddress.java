package org.torg.kernel.notification;

/** An address as staff see it. */
final class MaskedAddress {

    private static final int MAX = 320;

    private MaskedAddress() {}

    /** The first letter and the domain, such as {@code i…@fjellheim.example}; at most 320 characters. */
    static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "…";
        }
        String masked = address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
        return masked.length() <= MAX ? masked : "…";
    }
}
