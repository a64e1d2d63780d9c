package org.torg.rest.http;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;

/** Tells a problem from a servlet or filter. */
public final class ProblemReply {
    /** Seconds. */
    static final String RETRY_AFTER = "5";

    private ProblemReply() {}

    /** Replaces what is in the response, unless a part of it has been sent. */
    public static void send(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
