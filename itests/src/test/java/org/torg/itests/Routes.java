package org.torg.itests;

import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** All routes of a server, as its own description lists them. */
final class Routes {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private Routes() {}

    static List<Route> of(Client client) {
        JsonNode document = client.get(API + "/openapi.json").json();
        List<Route> routes = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey()) && !path.getKey().startsWith("/system/")) {
                        routes.add(route(document, path.getKey(), operation.getKey(), operation.getValue()));
                    }
                }));
        return routes;
    }

    private static Route route(JsonNode document, String path, String method, JsonNode operation) {
        Set<String> rights = new TreeSet<>();
        operation.path("x-torg-right").forEach(right -> rights.add(right.asText()));
        Set<String> queries = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        operation.path("parameters").forEach(parameter -> {
            JsonNode meant = parameter.has("$ref")
                    ? document.at(parameter.get("$ref").asText().substring(1))
                    : parameter;
            if (meant.path("in").asText().equals("query")) {
                queries.add(meant.get("name").asText());
                if (meant.path("required").asBoolean()) {
                    needed.add(meant.get("name").asText());
                }
            }
        });
        Optional<String> type = Optional.empty();
        String body = "";
        for (Map.Entry<String, JsonNode> content :
                operation.at("/requestBody/content").properties()) {
            JsonNode example = example(content.getValue());
            if (type.isEmpty() && !example.isMissingNode()) {
                type = Optional.of(content.getKey());
                body = example.isTextual() ? example.asText() : example.toString();
            }
        }
        return new Route(
                method.toUpperCase(Locale.ROOT),
                path,
                rights,
                operation.path("x-torg-side").asText().equals("staff"),
                queries,
                needed,
                type,
                body);
    }

    /** The example, or the first of several. */
    private static JsonNode example(JsonNode content) {
        for (JsonNode named : content.path("examples")) {
            return named.path("value");
        }
        return content.path("example");
    }

    /**
     * @param path as it is described, such as {@code /carts/{id}/lines/{lineId}}
     * @param rights of which one is needed; {@code public} where anybody may come, {@code signed-in} where everybody has it
     * @param staffOnly whether the right counts only as staff's
     * @param queries the names of its query parameters
     * @param needed those of them without which it answers nothing
     * @param body the example of the description
     */
    record Route(
            String method,
            String path,
            Set<String> rights,
            boolean staffOnly,
            Set<String> queries,
            Set<String> needed,
            Optional<String> type,
            String body) {

        boolean isPublic() {
            return rights.contains("public");
        }

        boolean isRead() {
            return method.equals("GET");
        }

        /**
         * The kinds of things that it names, from left to right: the word that stands before each parameter, with {@code /2} for
         * a second one behind it.
         */
        List<String> kinds() {
            List<String> kinds = new ArrayList<>();
            filled(kind -> {
                kinds.add(kind);
                return "";
            });
            return kinds;
        }

        /** The path with an id for each parameter, which is asked for by its kind. */
        String filled(Function<String, String> id) {
            StringBuilder filled = new StringBuilder(API);
            String word = "";
            int since = 0;
            for (String segment : path.substring(1).split("/", -1)) {
                boolean parameter = segment.startsWith("{");
                since = parameter ? since + 1 : 0;
                word = parameter ? word : segment;
                filled.append('/').append(parameter ? id.apply(since == 1 ? word : word + "/" + since) : segment);
            }
            String sign = "?";
            for (String query : needed) {
                filled.append(sign).append(query).append('=').append(id.apply(query + "s"));
                sign = "&";
            }
            return filled.toString();
        }

        Client.Reply ask(Client client, String filled) {
            // Without its version the protocol of uploads says nothing but which one it wants.
            boolean upload = path.startsWith("/uploads");
            Client speaking = upload
                    ? client.with("Tus-Resumable", "1.0.0")
                            .with("Upload-Length", "10")
                            .with("Upload-Metadata", "filename c2Nhbi5zdGw=,vendor bGlnaHRpbmc=")
                            .with("Upload-Offset", "0")
                    : client;
            Optional<String> content =
                    upload && method.equals("PATCH") ? Optional.of("application/offset+octet-stream") : type;
            Client asking =
                    content.map(sent -> speaking.with("Content-Type", sent)).orElse(speaking);
            return asking.send(
                    method,
                    filled,
                    type.isPresent()
                            ? java.net.http.HttpRequest.BodyPublishers.ofString(body)
                            : java.net.http.HttpRequest.BodyPublishers.noBody());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
