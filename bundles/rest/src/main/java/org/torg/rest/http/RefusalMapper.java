package org.torg.rest.http;

import java.util.Map;
import java.util.function.IntFunction;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** Tells the refusals of JAX-RS itself (no such path, method, media type) as problems. */
public final class RefusalMapper implements ExceptionMapper<WebApplicationException> {
    private static final Map<Integer, IntFunction<Problem>> KNOWN = Map.of(
            400, status -> Problem.of(status, "bad-request", "The request cannot be read"),
            401, status -> Problem.of(status, "unauthenticated", "A valid token is needed"),
            403, status -> Problem.of(status, "forbidden", "This is not allowed"),
            404, status -> Problem.of(status, "route-unknown", "There is nothing here"),
            405, status -> Problem.of(status, "method-not-allowed", "The method is not allowed here"),
            406, status -> Problem.of(status, "not-acceptable", "The reply is application/json"),
            415,
                    status -> Problem.of(
                            status,
                            "unsupported-media-type",
                            "The body must be of the media type that this request takes"),
            503, status -> Problem.of(status, "unavailable", "Try again later"));

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response reply = refusal.getResponse();
        if (reply.hasEntity()) {
            return reply;
        }
        if (refusal.getCause() != null || reply.getStatus() == 500) {
            return new FailureMapper().toResponse(refusal);
        }
        Response.ResponseBuilder told = KNOWN.getOrDefault(
                        reply.getStatus(), status -> Problem.of(status, "refused", "The request is refused"))
                .apply(reply.getStatus())
                .response();
        String allow = reply.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            told.header(HttpHeaders.ALLOW, allow);
        }
        return told.build();
    }
}
