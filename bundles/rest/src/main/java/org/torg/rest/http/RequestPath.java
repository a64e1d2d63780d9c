package org.torg.rest.http;

import javax.servlet.http.HttpServletRequest;

final class RequestPath {
    private RequestPath() {}

    /** The path as the container understood it: decoded, without dots, whatever context it belongs to. */
    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getContextPath() + request.getServletPath() + (rest == null ? "" : rest);
    }
}
