package org.torg.api.catalog;

import java.util.regex.Pattern;

/**
 * An article number, unique within a vendor. Text: leading zeros count.
 *
 * @param value 1 to 40 of letters, digits, {@code . _ / -}
 */
public record Sku(String value) implements Comparable<Sku> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }
}
