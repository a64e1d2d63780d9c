package org.torg.rest.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** The body broke off, came too slowly, or is not framed as HTTP has it: the sender's doing, or the network's. */
final class BodyBrokenException extends IOException {
    static final String BUSY = "busy";
    private static final long serialVersionUID = 1L;

    private final boolean busy;

    BodyBrokenException(IOException cause) {
        super("The body could not be read to its end", cause);
        busy = false;
    }

    private BodyBrokenException() {
        super("Too many others wait for their bodies");
        busy = true;
    }

    /** So many senders are slow that nobody can wait for another one. */
    static BodyBrokenException busy() {
        return new BodyBrokenException();
    }

    Problem problem() {
        if (busy) {
            return Problem.of(503, "busy", "Too many requests are only half sent; send this one again");
        }
        return timedOut()
                ? Problem.of(408, "body-too-slow", "The body came too slowly")
                : Problem.of(400, "body-broken", "The body broke off, or is not framed as HTTP has it");
    }

    private boolean timedOut() {
        Throwable cause = getCause();
        return cause instanceof TimeoutException || cause != null && cause.getCause() instanceof TimeoutException;
    }
}
