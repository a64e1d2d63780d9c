package org.torg.api.pricing;

import java.util.regex.Pattern;

/**
 * Names a line within one cart, price request or order.
 *
 * @param value 1 to 36 of letters, digits, {@code . _ -}
 */
public record LineId(String value) implements Comparable<LineId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,36}");

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(LineId other) {
        return value.compareTo(other.value);
    }
}
