package org.torg.rest.http;

import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** Tells every exception of a resource as a problem. */
public final class FailureMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = Failures.problem(failure);
        Response.ResponseBuilder reply = problem.response();
        if (problem.status() == 503) {
            reply.header(HttpHeaders.RETRY_AFTER, ProblemReply.RETRY_AFTER);
        }
        return reply.build();
    }
}
