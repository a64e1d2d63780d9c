package org.torg.portal.page;

import org.torg.api.Refusal;

/** Which HTTP status a refusal has. */
public final class Statuses {

    private Statuses() {}

    public static int of(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION -> 412;
            case UNPROCESSABLE -> 422;
            case THROTTLED -> 429;
            case UNAVAILABLE -> 503;
            case NO_ROOM -> 507;
        };
    }
}
