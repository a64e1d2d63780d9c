package org.torg.rest.http;

import java.io.IOException;
import org.torg.api.Argument;

/** The body has more bytes than this request may have. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLargeException(long limit) {
        super("The body has more than " + limit + " bytes");
        this.limit = limit;
    }

    Problem problem() {
        return problem(limit);
    }

    static Problem problem(long limit) {
        return Problem.of(413, "body-too-large", "The body may have {0} bytes", Argument.number(limit));
    }
}
