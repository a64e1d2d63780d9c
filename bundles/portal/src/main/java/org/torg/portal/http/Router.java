package org.torg.portal.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Route;

/** Finds the route of a request. */
final class Router {

    private final List<Route> routes;

    Router(Collection<Pages> pages) {
        routes = pages.stream()
                .flatMap(each -> each.routes().stream())
                .sorted(Comparator.comparingLong(Route::given).reversed().thenComparing(Route::pattern))
                .toList();
    }

    record Match(Route route, Map<String, String> parts) {}

    Optional<Match> find(Route.Method method, String path) {
        List<String> parts = Route.parts(path);
        return routes.stream()
                .filter(route -> route.method() == method)
                .flatMap(route -> route.match(parts).map(found -> new Match(route, found)).stream())
                .findFirst();
    }

    /** Whether there is something here by any method. */
    boolean knows(String path) {
        List<String> parts = Route.parts(path);
        return routes.stream().anyMatch(route -> route.match(parts).isPresent());
    }
}
