package org.torg.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.MDC;
import org.torg.http.Languages;

/** Every request passes here first: it gets its id, its security headers and the bounds of its body. */
@Component(service = Filter.class, property = "service.ranking:Integer=1000")
@HttpWhiteboardFilterName("torg-gate")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
public final class RequestGate implements Filter {
    private static final long MIB = 1024 * 1024;
    private static final long BODY_LIMIT = MIB;
    private static final long SHEET_LIMIT = 8 * MIB;
    private static final long IMPORT_LIMIT = 256 * MIB;
    /** Of one piece; how large the file may be the kernel knows. */
    private static final long PIECE_LIMIT = 1024 * MIB;

    /** Of a body that is refused: so much is read, and thrown away, for the client to see the reply. */
    private static final long LINGER_BYTES = 256 * MIB;

    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(10);
    private final Semaphore lingering = new Semaphore(4);
    /** A third of the server's threads: slow senders must not keep the others from being answered. */
    private final Semaphore waiting = new Semaphore(16);

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse reply = (HttpServletResponse) response;
        String id = RequestId.of(http.getHeader(RequestId.HEADER));
        MDC.put(RequestId.KEY, id);
        Languages.begin(http.getHeader("Accept-Language"));
        try {
            reply.setHeader(RequestId.HEADER, id);
            reply.setHeader("X-Content-Type-Options", "nosniff");
            if (RequestPath.of(http).startsWith("/api/")) {
                reply.setHeader("Cache-Control", "no-store");
            }
            pass(http, reply, chain);
        } finally {
            MDC.remove(RequestId.KEY);
            Languages.end();
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            refuse(request, response, limit);
            return;
        }
        if ("TRACE".equals(request.getMethod())) {
            new ProblemResponse(response).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Optional<Problem> fault = RequestForm.fault(request);
        if (fault.isPresent()) {
            ProblemReply.send(response, fault.get());
            return;
        }
        BoundedRequest bounded = new BoundedRequest(request, limit, waiting);
        try {
            chain.doFilter(bounded, new ProblemResponse(response));
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw new IOException("The reply broke off", e);
            }
            ProblemReply.send(response, Failures.problem(e));
        }
        if (bounded.exceeded()) {
            refuse(request, response, limit);
        }
    }

    private static long limit(HttpServletRequest request) {
        String path = RequestPath.of(request);
        if (path.startsWith("/api/v1/uploads") && "application/offset+octet-stream".equals(request.getContentType())) {
            return PIECE_LIMIT;
        }
        if (isFileOfPortal(request, path)) {
            return PIECE_LIMIT;
        }
        if (path.startsWith("/api/v1/quick-orders")) {
            return SHEET_LIMIT;
        }
        boolean imports = path.startsWith("/api/v1/imports/") || path.equals("/office/articles/imports");
        return imports ? IMPORT_LIMIT : BODY_LIMIT;
    }

    /** Pieces from the script of its pages, and forms that bring a file to the configurator; both are read as they come. */
    private static boolean isFileOfPortal(HttpServletRequest request, String path) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return (path.startsWith("/uploads/") && type.equals("application/offset+octet-stream"))
                || (path.endsWith("/configure") && !path.startsWith("/api/") && type.startsWith("multipart/form-data"));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long limit) throws IOException {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
            ProblemReply.send(response, BodyTooLargeException.problem(limit));
        }
        response.flushBuffer();
        if (lingering.tryAcquire()) {
            try {
                discard(request.getInputStream());
            } finally {
                lingering.release();
            }
        }
    }

    /** A client that still sends would get a reset connection in place of the reply. */
    private static void discard(InputStream body) {
        byte[] bytes = new byte[16 * 1024];
        long start = System.nanoTime();
        try {
            long total = 0;
            int got = body.read(bytes);
            while (got >= 0 && total < LINGER_BYTES && System.nanoTime() - start < LINGER_NANOS) {
                total += got;
                got = body.read(bytes);
            }
        } catch (IOException e) {
            // The client has gone: nobody is left to answer.
            return;
        }
    }
}
