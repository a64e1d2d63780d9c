package org.torg.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.account.Function;
import org.torg.api.account.Role;
import org.torg.itests.Client.Reply;
import org.torg.itests.Routes.Route;

/** Walks every route as everybody, and tells what should not be. */
final class RightsWalk {

    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    private final List<Route> routes;

    RightsWalk(List<Route> routes) {
        this.routes = routes;
    }

    /** How a route is asked; a planted hole asks otherwise. */
    interface Door {
        Reply ask(Route route, Client client, String path);
    }

    static final Door DOOR = (route, client, path) -> route.ask(client, path);

    /** What a stranger gets who should get nothing. */
    List<String> asStranger(Door door, Client stranger, Map<String, String> things) {
        List<String> findings = new ArrayList<>();
        for (Route route : routes) {
            Reply reply = door.ask(route, stranger, route.filled(kind -> id(things, kind)));
            boolean turnedAway =
                    reply.status() == 401 && reply.json().get("code").asText().equals("token-missing");
            if (turnedAway == route.isPublic()) {
                findings.add("a stranger gets " + reply.status() + " from " + route);
            }
        }
        return findings;
    }

    /** What somebody gets without the right, and does not get with it. Commands are tried without the right only. */
    List<String> as(Door door, Role role, Set<Function> functions, Client client, Map<String, String> things) {
        Set<String> has = functions.stream().map(Function::code).collect(Collectors.toSet());
        List<String> findings = new ArrayList<>();
        for (Route route : routes) {
            boolean free = route.isPublic() || route.rights().contains("signed-in");
            boolean may = free
                    || (route.rights().stream().anyMatch(has::contains)
                            && (!route.staffOnly() || role.side() == Role.Side.STAFF));
            if (free || (may && !route.isRead())) {
                continue;
            }
            Reply reply = door.ask(route, client, route.filled(kind -> id(things, kind)));
            boolean denied = Set.of(401, 403, 404).contains(reply.status());
            if (!may && !denied) {
                findings.add(role.code() + " gets " + reply.status() + " from " + route + " without " + route.rights());
            }
            if (may && Set.of(401, 403).contains(reply.status())) {
                findings.add(role.code() + " gets " + reply.status() + " from " + route + " with " + route.rights());
            }
        }
        return findings;
    }

    /**
     * Where a foreign thing answers otherwise than an unknown one.
     *
     * @param owned the kinds of things that belong to an account
     * @param theirs things of another account
     * @param own things of the caller, of whose parts the foreign ones pretend to be
     */
    List<String> foreign(
            Door door, Client caller, Set<String> owned, Map<String, String> theirs, Map<String, String> own) {
        List<String> findings = new ArrayList<>();
        for (Route route : routes) {
            List<String> kinds = route.kinds();
            for (String kind : kinds) {
                if (owned.contains(kind)) {
                    // All of it is foreign, against an unknown one at this place.
                    compare(door, route, caller, kind, theirs, theirs, findings);
                    // A foreign part of an own thing, against an unknown part.
                    if (kinds.size() > 1 && !kind.equals(kinds.get(0))) {
                        compare(door, route, caller, kind, own, theirs, findings);
                    }
                }
            }
            for (String query : route.queries()) {
                String kind = query + "s";
                if (owned.contains(kind)) {
                    String path = route.filled(any -> id(own, any)) + "?" + query + "=";
                    same(
                            route + "?" + query,
                            door.ask(route, caller, path + id(theirs, kind)),
                            door.ask(route, caller, path + UNKNOWN),
                            findings);
                }
            }
        }
        return findings;
    }

    private static void compare(
            Door door,
            Route route,
            Client caller,
            String kind,
            Map<String, String> around,
            Map<String, String> theirs,
            List<String> findings) {
        String foreign = route.filled(any -> any.equals(kind) ? id(theirs, any) : id(around, any));
        String unknown = route.filled(any -> any.equals(kind) ? UNKNOWN : id(around, any));
        same(
                route + " of foreign " + kind,
                door.ask(route, caller, foreign),
                door.ask(route, caller, unknown),
                findings);
    }

    private static void same(String what, Reply foreign, Reply unknown, List<String> findings) {
        if (foreign.status() != unknown.status() || !plain(foreign).equals(plain(unknown))) {
            findings.add(what + ": " + foreign.status() + " " + foreign.body() + " against " + unknown.status() + " "
                    + unknown.body());
        } else if (foreign.status() < 400 && !plain(foreign).path("items").isEmpty()) {
            findings.add(what + " answers " + foreign.status() + " with something");
        }
        if (foreign.headers().containsKey("ETag") != unknown.headers().containsKey("ETag")) {
            findings.add(what + ": an entity tag tells them apart");
        }
    }

    /** What is said, without what names the request. */
    private static JsonNode plain(Reply reply) {
        if (reply.body().isEmpty() || !reply.header("Content-Type").contains("json")) {
            return com.fasterxml.jackson.databind.node.TextNode.valueOf(reply.body());
        }
        JsonNode json = reply.json();
        if (json instanceof ObjectNode problem) {
            problem.remove(List.of("requestId", "instance"));
        }
        return json;
    }

    private static String id(Map<String, String> things, String kind) {
        String id = things.get(kind);
        if (id == null) {
            throw new IllegalStateException("the walk has no thing of the kind " + kind + ": make one");
        }
        return id;
    }
}
