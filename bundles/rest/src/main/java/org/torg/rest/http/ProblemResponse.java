package org.torg.rest.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.ws.rs.core.Response;

/** A response whose {@code sendError} tells a problem, in place of the container's page. */
final class ProblemResponse extends HttpServletResponseWrapper {
    ProblemResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        String code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        ProblemReply.send((HttpServletResponse) getResponse(), Problem.worded(status, code, title, List.of()));
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
