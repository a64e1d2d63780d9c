package org.torg.api;

import java.util.regex.Pattern;

/**
 * The caller's own name for a command, so that a repeat of the same command has no second effect.
 *
 * @param value 1 to 100 printable ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,100}");

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }
}
