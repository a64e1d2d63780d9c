package org.torg.kernel.catalog.imports;

import java.util.regex.Pattern;

/** Judges EAN and UPC numbers (GTIN-8, -12, -13, -14) by their check digit, as GS1 defines it. */
final class Eans {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    private Eans() {}

    static boolean isValid(String ean) {
        if (!FORM.matcher(ean).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ean.length(); i++) {
            int weight = (ean.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (ean.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
