package org.torg.rest.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request can be understood at all. The container lets pass what those behind it trip over: addresses, queries
 * and media types that are none.
 */
final class RequestForm {
    private static final String TOKEN = "[!#$%&'*+.^_`|~A-Za-z0-9-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + "\\s*(;.*)?");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]*)");

    private RequestForm() {}

    /** Why it cannot; empty when it can. */
    static Optional<Problem> fault(HttpServletRequest request) {
        if (!isAddress(request.getRequestURL().toString()) || !isEscaped(request.getQueryString())) {
            return Optional.of(
                    Problem.of(400, "url-malformed", "The address, or the host that it names, is not well-formed"));
        }
        return isMediaType(request.getContentType())
                ? Optional.empty()
                : Optional.of(Problem.of(415, "unsupported-media-type", "The Content-Type is not a known one"));
    }

    private static boolean isAddress(String url) {
        try {
            return new URI(url).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Each percent sign is followed by two hexadecimal digits. */
    private static boolean isEscaped(@Nullable String query) {
        if (query == null) {
            return true;
        }
        for (int at = query.indexOf('%'); at >= 0; at = query.indexOf('%', at + 1)) {
            if (at + 2 >= query.length() || !isHex(query.charAt(at + 1)) || !isHex(query.charAt(at + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean isMediaType(@Nullable String type) {
        if (type == null || type.isBlank()) {
            return true;
        }
        Matcher charset = CHARSET.matcher(type);
        return MEDIA_TYPE.matcher(type).matches() && (!charset.find() || isCharset(charset.group(1)));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
