package org.torg.portal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.http.upload.TusHeaders;
import org.torg.http.upload.UploadMetadata;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Csrf;
import org.torg.portal.page.Statuses;

/**
 * Takes files from the script of our own pages by the tus protocol 1.0.0 (D20), as the API does from programs: POST announces one,
 * PATCH brings a piece, HEAD tells how far it is, DELETE removes it, and GET tells in words how it fares. Who it is says the
 * session's cookie; what changes anything needs the token of a page in {@value Csrf#HEADER} besides. Pieces are read as they come.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("torg-portal-uploads")
@HttpWhiteboardServletPattern("/uploads/*")
public final class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UploadServlet.class);

    private final transient Visits visits;
    private final transient Uploads uploads;

    @Activate
    public UploadServlet(@Reference Visits visits, @Reference Uploads uploads) {
        this.visits = visits;
        this.uploads = uploads;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visits.Arrival arrival = visits.arrive(request, Visits.path(request));
        for (var cookie : arrival.cookies()) {
            Cookies.send(response, cookie, arrival.secure());
        }
        response.setHeader(TusHeaders.TUS_RESUMABLE, TusHeaders.VERSION);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Reader reader = arrival.visit().reader();
        try {
            answer(request, response, arrival);
        } catch (RefusedException e) {
            refuse(response, reader, e.refusal());
        } catch (UncheckedIOException e) {
            // The line broke: what has come is kept, and nobody reads an answer.
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (RuntimeException e) {
            LOG.error("An upload failed", e);
            tell(response, 500, "internal", reader.text("failed.title"));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Visits.Arrival arrival)
            throws IOException {
        String method = request.getMethod().toUpperCase(Locale.ROOT);
        boolean looks = method.equals("GET") || method.equals("HEAD");
        if (!arrival.visit().caller().isSignedIn()) {
            throw new RefusedException(Refusal.of(Refusal.Kind.UNAUTHENTICATED, "token-missing", "Sign in first."));
        }
        if (!looks && !arrival.isGenuine()) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "form-stale",
                    "This form was made for another visit. Go back, load the page anew and send it again."));
        }
        Optional<UploadId> id = id(request);
        if (id.isEmpty() && method.equals("POST")) {
            announce(request, response, arrival);
        } else if (id.isEmpty()) {
            throw new RefusedException(Refusal.notFound("upload"));
        } else {
            go(method, id.get(), request, response, arrival);
        }
    }

    private void go(
            String method,
            UploadId id,
            HttpServletRequest request,
            HttpServletResponse response,
            Visits.Arrival arrival)
            throws IOException {
        var caller = arrival.visit().caller();
        switch (method) {
            case "HEAD" -> {
                Upload upload = uploads.get(caller, id).orElseThrow();
                progress(response, HttpServletResponse.SC_OK, upload);
                response.setHeader(TusHeaders.UPLOAD_LENGTH, Long.toString(upload.size()));
            }
            case "GET" ->
                write(
                        response,
                        200,
                        state(
                                uploads.get(caller, id).orElseThrow(),
                                arrival.visit().reader()));
            case "PATCH" -> {
                Outcome<Upload> outcome = uploads.append(
                        caller,
                        id,
                        TusHeaders.offset(header(request, TusHeaders.UPLOAD_OFFSET)),
                        TusHeaders.checksum(header(request, TusHeaders.UPLOAD_CHECKSUM)),
                        request.getInputStream());
                progress(response, HttpServletResponse.SC_NO_CONTENT, outcome.orElseThrow());
            }
            case "DELETE" -> {
                UploadId unused = uploads.remove(caller, Optional.empty(), id).orElseThrow();
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void announce(HttpServletRequest request, HttpServletResponse response, Visits.Arrival arrival) {
        NewUpload file = UploadMetadata.of(header(request, TusHeaders.UPLOAD_METADATA))
                .announcing(TusHeaders.length(header(request, TusHeaders.UPLOAD_LENGTH)));
        Upload upload = uploads.create(
                        arrival.visit().caller(),
                        header(request, "Idempotency-Key")
                                .filter(IdempotencyKey::isValid)
                                .map(IdempotencyKey::new),
                        file)
                .orElseThrow();
        progress(response, HttpServletResponse.SC_CREATED, upload);
        response.setHeader("Location", "/uploads/" + upload.id().value());
    }

    private static void progress(HttpServletResponse response, int status, Upload upload) {
        response.setStatus(status);
        response.setHeader(TusHeaders.UPLOAD_OFFSET, Long.toString(upload.received()));
        upload.expiresAt().ifPresent(at -> response.setHeader(TusHeaders.UPLOAD_EXPIRES, TusHeaders.date(at)));
    }

    private static Optional<UploadId> id(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (!path.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new RefusedException(Refusal.notFound("upload"));
        }
        return Optional.of(new UploadId(path));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    private static void refuse(HttpServletResponse response, Reader reader, Refusal refusal) throws IOException {
        int status = TusHeaders.status(refusal).orElseGet(() -> Statuses.of(refusal.kind()));
        tell(response, status, refusal.code(), reader.of(refusal));
    }

    private static void tell(HttpServletResponse response, int status, String code, String words) throws IOException {
        write(response, status, "{\"code\":\"" + code + "\",\"detail\":" + Json.text(words) + "}");
    }

    private static String state(Upload upload, Reader reader) {
        return "{\"state\":\"" + upload.state().name().toLowerCase(Locale.ROOT) + "\",\"detail\":"
                + Json.text(upload.refusal().map(reader::of).orElse("")) + "}";
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
