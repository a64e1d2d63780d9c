package org.torg.portal.page;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The portal's cookies. None of them is there for scripts, or sent along from other sites' forms. */
public final class Cookies {

    /** The token of the session. */
    public static final String SESSION = "torg_session";
    /** Something random, so that forms of strangers cannot be made elsewhere. */
    public static final String VISIT = "torg_visit";
    /** The language that a stranger has chosen. */
    public static final String LANGUAGE = "torg_language";
    /** What is to be told once, on the next page: a key of the portal's texts. */
    public static final String TOLD = "torg_told";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int YEAR = 365 * 24 * 3600;

    private Cookies() {}

    /** The value that a browser sent. */
    public static Optional<String> of(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= 512)
                .findFirst();
    }

    /** Until the browser is closed; the server ends it when it is not used. */
    public static Cookie session(String token) {
        return new Cookie(SESSION, token);
    }

    public static Cookie noSession() {
        return gone(SESSION);
    }

    public static Cookie language(String code) {
        Cookie cookie = new Cookie(LANGUAGE, code);
        cookie.setMaxAge(YEAR);
        return cookie;
    }

    /** @param key of a sentence that the next page tells */
    public static Cookie told(String key) {
        return new Cookie(TOLD, key);
    }

    public static Cookie gone(String name) {
        Cookie cookie = new Cookie(name, "");
        cookie.setMaxAge(0);
        return cookie;
    }

    public static Cookie visit() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Cookie(VISIT, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** By hand, as the servlet API of Java EE knows no SameSite. */
    public static void send(HttpServletResponse response, Cookie cookie, boolean secure) {
        StringBuilder line = new StringBuilder(cookie.getName())
                .append('=')
                .append(cookie.getValue())
                .append("; Path=/; HttpOnly; SameSite=Lax");
        if (cookie.getMaxAge() >= 0) {
            line.append("; Max-Age=").append(cookie.getMaxAge());
        }
        if (secure) {
            line.append("; Secure");
        }
        response.addHeader("Set-Cookie", line.toString());
    }
}
