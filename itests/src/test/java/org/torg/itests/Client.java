package org.torg.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks HTTP and JSON to a server, whose every reply must be as its description says; immutable, {@link #with} adds a
 * header.
 */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final Map<String, String> headers;
    private final boolean checked;

    public Client(URI address) {
        this(address, Map.of(), true);
    }

    private Client(URI address, Map<String, String> headers, boolean checked) {
        this.address = address;
        this.headers = headers;
        this.checked = checked;
    }

    /** What came back. */
    public record Reply(int status, Map<String, String> headers, String body) {
        /** The value of a header, or an empty string. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON: " + body, e);
            }
        }
    }

    /** This client, sending a header with each request. */
    public Client with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Client(address, more, checked);
    }

    /** This client, whose replies are not held against their description: to load a server, not oneself. */
    Client unchecked() {
        return new Client(address, headers, false);
    }

    /** This client, with the bearer token of a session. */
    public Client as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Posts a value as JSON; text is sent as it is. */
    public Reply post(String path, Object body) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(text(body)));
    }

    /** Puts a value as JSON; text is sent as it is. */
    public Reply put(String path, Object body) {
        return with("Content-Type", "application/json").send("PUT", path, BodyPublishers.ofString(text(body)));
    }

    public Reply send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> received.put(name, String.join(", ", values)));
            Reply reply = new Reply(response.statusCode(), received, response.body());
            if (checked) {
                OpenApi.check(address, method, path, reply);
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
