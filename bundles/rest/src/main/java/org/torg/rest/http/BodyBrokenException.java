package org.torg.rest.http;

import java.io.IOException;

/** The body ended before it was whole: the client has gone, or sends nothing any more. */
final class BodyBrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyBrokenException(IOException cause) {
        super("The body broke off", cause);
    }

    /** Seldom does anybody still hear it. */
    Problem problem() {
        return Problem.of(400, "body-incomplete", "The body broke off before its end; nothing was changed");
    }
}
