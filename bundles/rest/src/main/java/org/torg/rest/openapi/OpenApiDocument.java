package org.torg.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the description together: {@code openapi.json} with what all routes share, a file for each feature with its routes
 * and shapes. What holds for every route, such as how failures are answered, is said here once and added to each.
 */
final class OpenApiDocument {

    private static final List<String> FEATURES = List.of(
            "account",
            "customer",
            "people",
            "session",
            "own-session",
            "identity",
            "request",
            "recipient",
            "privacy",
            "catalog",
            "search",
            "media",
            "configurator",
            "upload",
            "pricing",
            "simulation",
            "cart",
            "quickorder",
            "favourite",
            "project",
            "quote",
            "approval",
            "order",
            "fulfilment",
            "invoice",
            "event",
            "notification",
            "vendor",
            "information",
            "module",
            "audit");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final ObjectMapper json = JsonMapper.builder().build();
    private final ObjectNode document;

    OpenApiDocument() {
        document = read("openapi");
        for (String feature : FEATURES) {
            merge(document, read(feature));
        }
        document.get("paths").forEach(path -> path.properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey()) && !path.has("servers")) {
                complete((ObjectNode) operation.getValue());
            }
        }));
    }

    byte[] bytes() {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode read(String name) {
        try (InputStream file = OpenApiDocument.class.getResourceAsStream(name + ".json")) {
            return (ObjectNode) json.readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode more) {
        more.properties().forEach(field -> {
            JsonNode present = into.get(field.getKey());
            if (present instanceof ObjectNode known && field.getValue() instanceof ObjectNode added) {
                merge(known, added);
            } else if (present == null) {
                into.set(field.getKey(), field.getValue());
            } else {
                throw new IllegalStateException("said twice in the description: " + field.getKey());
            }
        });
    }

    private static void complete(ObjectNode operation) {
        boolean command = operation.toString().contains("#/components/parameters/IdempotencyKey");
        boolean forPeople = !operation.has("security");
        if (forPeople) {
            operation.putArray("security").addObject().putArray("token");
        }
        operation.withArray("parameters").insertObject(0).put("$ref", "#/components/parameters/AcceptLanguage");
        operation.withArray("parameters").insertObject(1).put("$ref", "#/components/parameters/RequestId");
        ObjectNode responses = (ObjectNode) operation.get("responses");
        responses.forEach(response -> {
            if (!response.has("$ref")) {
                ((ObjectNode) response)
                        .withObject("/headers/X-Request-Id")
                        .put("$ref", "#/components/headers/RequestId");
            }
        });
        respond(responses, "400", "BadRequest");
        respond(responses, "401", "Unauthenticated");
        respond(responses, "405", "MethodNotAllowed");
        respond(responses, "406", "NotAcceptable");
        respond(responses, "500", "Internal");
        respond(responses, "503", "Unavailable");
        if (forPeople) {
            respond(responses, "403", "Forbidden");
        }
        if (operation.has("requestBody")) {
            respond(responses, "413", "TooLarge");
            respond(responses, "415", "UnsupportedMediaType");
            respond(responses, "422", "Unprocessable");
        }
        if (command) {
            respond(responses, "409", "Conflict");
            respond(responses, "507", "NoRoom");
        }
        respond(responses, "default", "Other");
    }

    private static void respond(ObjectNode responses, String status, String component) {
        if (!responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + component);
        }
    }
}
