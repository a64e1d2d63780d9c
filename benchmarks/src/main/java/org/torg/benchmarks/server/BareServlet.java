package org.torg.benchmarks.server;

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

/** The least that a servlet can do. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("bench-servlet")
@HttpWhiteboardServletPattern("/bench/servlet")
public final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Payload payload;

    @Activate
    public BareServlet(@Reference Payload payload) {
        this.payload = payload;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = payload.bytes();
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
