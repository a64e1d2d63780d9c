package org.torg.portal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a page lives.
 *
 * @param pattern such as {@code /orders/{order}}; what stands in braces is one part of the path
 * @param door who may knock at all; what they may see and do the services of the kernel decide
 */
public record Route(Method method, String pattern, Door door, Handler handler) {

    public enum Method {
        GET,
        POST
    }

    public enum Door {
        ANYBODY,
        /** Who has signed in to the end. Others sign in and come back. */
        SIGNED_IN,
        /** Those who have signed in and chosen for which company they are here. */
        IN_COMPANY,
        /** Those who work for a vendor or for the tenant, and act for no customer just now. */
        STAFF
    }

    /** Makes the answer. A refusal that it does not tell itself is told on a page of its own. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(Visit visit);
    }

    public static Route get(String pattern, Door door, Handler handler) {
        return new Route(Method.GET, pattern, door, handler);
    }

    public static Route post(String pattern, Door door, Handler handler) {
        return new Route(Method.POST, pattern, door, handler);
    }

    /** The parts in braces by their names, if the path is one of these. */
    public Optional<Map<String, String>> match(List<String> path) {
        List<String> own = parts(pattern);
        if (own.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String part = own.get(i);
            if (part.startsWith("{")) {
                found.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** How many of its parts are given: a path with more of them wins. */
    public long given() {
        return parts(pattern).stream().filter(part -> !part.startsWith("{")).count();
    }

    /** What stands between slashes. */
    public static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
