package org.torg.rest.http;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.torg.rest.Publication;

/** Answers where nobody else does: what comes later is 503, what never comes is 404. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("torg-fallback")
@HttpWhiteboardServletPattern({"/api/*", "/"})
public final class FallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Publication publication;

    @Activate
    public FallbackServlet(@Reference Publication publication) {
        this.publication = publication;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = RequestPath.of(request);
        boolean api = path.equals("/api") || path.startsWith("/api/");
        boolean ours = path.equals("/api/v1") || path.startsWith("/api/v1/");
        if (ours || api && !publication.isPublished()) {
            ProblemReply.send(response, Problem.of(503, "starting", "The API is not there yet; try again later"));
        } else {
            ProblemReply.send(response, Problem.of(404, "route-unknown", "There is nothing here"));
        }
    }
}
