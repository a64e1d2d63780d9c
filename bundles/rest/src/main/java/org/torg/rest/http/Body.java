package org.torg.rest.http;

import org.jspecify.annotations.Nullable;
import org.torg.api.RefusedException;

/** The body of a request. */
public final class Body {

    private Body() {}

    /** Refused with {@code body-missing} when there is none, or it is {@code null}. */
    public static <T> T of(@Nullable T body) {
        if (body == null) {
            throw new RefusedException(JsonFaults.missing());
        }
        return body;
    }
}
