package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.torg.rest.openapi.OpenApiResource;

/** A caller of the API for whom every response must be as the description says; immutable, {@link #with} adds a header. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI address;
    private final OpenApiInteractionValidator validator;
    private final Map<String, String> headers;

    private Api(URI address, OpenApiInteractionValidator validator, Map<String, String> headers) {
        this.address = address;
        this.validator = validator;
        this.headers = headers;
    }

    public static Api of(ApiServer server) {
        return new Api(
                server.address(),
                OpenApiInteractionValidator.createForInlineApiSpecification(new OpenApiResource().text())
                        .build(),
                Map.of());
    }

    public record Reply(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Asserts that this is a problem, complete and without a trace of what went on inside. */
        public JsonNode problem(int expected, String code) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().path("code").asText()).as(body).isEqualTo(code);
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            assertThat(json().path("type").asText()).isEqualTo("urn:torg:problem:" + code);
            assertThat(body).doesNotContain("xception", "com.fasterxml", "org.torg", "jackson", "\tat ");
            return json();
        }

        /** The pointer of the only error. */
        public String pointer() {
            assertThat(json().path("errors")).as(body).hasSize(1);
            return json().path("errors").get(0).path("pointer").asText();
        }
    }

    public Api with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Api(address, validator, more);
    }

    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Reply get(String path) throws Exception {
        return send("GET", path, "");
    }

    public Reply post(String path, String body) throws Exception {
        return with("Content-Type", headers.getOrDefault("Content-Type", "application/json"))
                .send("POST", path, body);
    }

    public Reply put(String path, String body) throws Exception {
        return with("Content-Type", "application/json").send("PUT", path, body);
    }

    public Reply delete(String path) throws Exception {
        return send("DELETE", path, "");
    }

    public Reply send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> received.put(name, String.join(", ", values)));
        Reply reply = new Reply(response.statusCode(), received, response.body());
        assertThat(received).containsKey("X-Request-Id");
        conforms(method, path, reply);
        return reply;
    }

    /** A route that is not in the description has nothing to conform to. */
    void conforms(String method, String path, Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach(response::withHeader);
        if (!reply.body().isEmpty()) {
            response.withBody(reply.body());
        }
        String route = URI.create("http://x" + path).getPath();
        ValidationReport report =
                validator.validateResponse("/api/v1" + route, Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages().stream()
                        .filter(message -> !message.getKey().equals("validation.request.path.missing"))
                        .filter(message -> !message.getKey().equals("validation.request.operation.notAllowed"))
                        .map(message -> message.getKey() + ": " + message.getMessage()))
                .as(method + " " + path + " " + reply.body())
                .isEmpty();
    }
}
