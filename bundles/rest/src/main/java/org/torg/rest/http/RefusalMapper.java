package org.torg.rest.http;

import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** Tells the refusals of JAX-RS itself (no such path, method, media type) as problems. */
public final class RefusalMapper implements ExceptionMapper<WebApplicationException> {
    private record Known(String code, String detail) {}

    private static final Map<Integer, Known> KNOWN = Map.of(
            400, new Known("bad-request", "The request cannot be read"),
            401, new Known("unauthenticated", "A valid token is needed"),
            403, new Known("forbidden", "This is not allowed"),
            404, new Known("route-unknown", "There is nothing here"),
            405, new Known("method-not-allowed", "The method is not allowed here"),
            406, new Known("not-acceptable", "The reply is application/json"),
            415, new Known("unsupported-media-type", "The body must be of the media type that this request takes"),
            503, new Known("unavailable", "Try again later"));

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response reply = refusal.getResponse();
        if (reply.hasEntity()) {
            return reply;
        }
        if (refusal.getCause() != null || reply.getStatus() == 500) {
            return new FailureMapper().toResponse(refusal);
        }
        Known known = KNOWN.getOrDefault(reply.getStatus(), new Known("refused", "The request is refused"));
        Response.ResponseBuilder told =
                Problem.of(reply.getStatus(), known.code(), known.detail()).response();
        String allow = reply.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            told.header(HttpHeaders.ALLOW, allow);
        }
        return told.build();
    }
}
