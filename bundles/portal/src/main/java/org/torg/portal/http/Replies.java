package org.torg.portal.http;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.torg.portal.look.Asset;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Reply;

/** Writes replies, each with the headers that keep a page to itself. */
final class Replies {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Seconds, as of the HTTP API. */
    private static final String RETRY_AFTER = "5";

    private static final int WORTH_ZIPPING = 1400;

    private Replies() {}

    static void send(Reply reply, Visits.Arrival arrival, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Cookie cookie : arrival.cookies()) {
            Cookies.send(response, cookie, arrival.secure());
        }
        if (ToldOnce.isTold(arrival.visit(), reply)) {
            Cookies.send(response, Cookies.gone(Cookies.TOLD), arrival.secure());
        }
        for (Cookie cookie : reply.cookies()) {
            Cookies.send(response, cookie, arrival.secure());
        }
        secure(response);
        if (reply instanceof Reply.SeeOther other) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", other.path());
            return;
        }
        if (reply instanceof Reply.Download file) {
            response.setContentType(file.type());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "private, no-store");
            file.content().writeTo(response.getOutputStream());
            return;
        }
        Reply.Page page = (Reply.Page) reply;
        StringOutput text = new StringOutput(32 * 1024);
        page.content().write(new OwaspHtmlTemplateOutput(text));
        response.setStatus(page.status());
        if (page.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        response.setContentType("text/html; charset=utf-8");
        // Kept for going back, and asked for again in all other cases.
        response.setHeader("Cache-Control", "private, no-cache");
        write(text.toString().getBytes(StandardCharsets.UTF_8), null, request, response);
    }

    static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        write(asset.content(), asset.zipped(), request, response);
    }

    private static void secure(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    private static void write(
            byte[] content,
            byte @org.jspecify.annotations.Nullable [] zipped,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Vary", "Accept-Encoding");
        byte[] body = content;
        String accepted = request.getHeader("Accept-Encoding");
        if (content.length > WORTH_ZIPPING && accepted != null && accepted.contains("gzip")) {
            body = zipped == null ? Asset.zip(content) : zipped;
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
