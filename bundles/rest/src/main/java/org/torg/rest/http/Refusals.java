package org.torg.rest.http;

import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.http.Wording;

/** Tells a refusal as a problem, in the words of its reader. */
final class Refusals {

    private static final String RETRY_SECONDS = "5";
    private static final String THROTTLED_SECONDS = "60";

    private Refusals() {}

    static Problem problem(Refusal refusal, Wording wording) {
        return Problem.worded(
                status(refusal.kind()),
                refusal.code(),
                wording.of(refusal.message()),
                refusal.details().stream()
                        .map(detail -> new Problem.Error(detail.field(), detail.code(), wording.of(detail.message())))
                        .toList());
    }

    static Response response(Refusal refusal, Wording wording) {
        Response.ResponseBuilder response = problem(refusal, wording).response();
        challenge(refusal).ifPresent(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
        retryAfter(refusal).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    static int status(Refusal.Kind kind) {
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

    /** RFC 6750. */
    private static Optional<String> challenge(Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.UNAUTHENTICATED) {
            return Optional.empty();
        }
        return Optional.of(
                refusal.code().equals("token-invalid")
                        ? "Bearer realm=\"torg\", error=\"invalid_token\""
                        : "Bearer realm=\"torg\"");
    }

    private static Optional<String> retryAfter(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNAVAILABLE -> Optional.of(RETRY_SECONDS);
            case THROTTLED -> Optional.of(seconds(refusal.message()).orElse(THROTTLED_SECONDS));
            default -> Optional.empty();
        };
    }

    /** The number that a throttled one is told; there is no other in such a message. */
    private static Optional<String> seconds(Message message) {
        return message.arguments().stream()
                .filter(Argument.Numeral.class::isInstance)
                .map(argument ->
                        ((Argument.Numeral) argument).value().toBigInteger().toString())
                .findFirst();
    }
}
