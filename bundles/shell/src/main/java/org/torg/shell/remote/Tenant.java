package org.torg.shell.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.torg.api.module.Activation;
import org.torg.shell.module.ModuleReport;

/** The HTTP API of one tenant, for one person. */
final class Tenant implements AutoCloseable {

    /** A candidate is composed, checked and published within one request. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,1000}");
    private static final Activation NOTHING = new Activation(List.of(), List.of());

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final String token;
    private final boolean signedIn;

    /**
     * @param environment has {@code TORG_TOKEN}, or {@code TORG_USER}, {@code TORG_PASSWORD} and, with a second factor,
     *     {@code TORG_CODE}: every user of a machine may see the arguments of a command, so that secrets have no place among
     *     them
     */
    Tenant(URI address, Map<String, String> environment) throws TenantException {
        this.address = address;
        String given = environment.getOrDefault("TORG_TOKEN", "");
        String user = environment.getOrDefault("TORG_USER", "");
        String password = environment.getOrDefault("TORG_PASSWORD", "");
        signedIn = given.isEmpty();
        if (signedIn && (user.isEmpty() || password.isEmpty())) {
            throw new TenantException("the environment must have TORG_USER and TORG_PASSWORD, or TORG_TOKEN");
        }
        if (!signedIn && !TOKEN.matcher(given).matches()) {
            throw new TenantException("TORG_TOKEN is no token");
        }
        token = signedIn ? signIn(user, password, environment.getOrDefault("TORG_CODE", "")) : given;
    }

    private String signIn(String user, String password, String code) throws TenantException {
        ObjectNode body = json.createObjectNode().put("email", user).put("password", password);
        if (!code.isEmpty()) {
            body.put("code", code);
        }
        JsonNode session = send(
                request("sessions")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())),
                NOTHING);
        if (!session.path("stage").asText("complete").equals("complete")) {
            throw new TenantException(
                    "a second factor is needed: the environment must have TORG_CODE too, or TORG_TOKEN instead");
        }
        return session.path("token").asText();
    }

    JsonNode get(String path) throws TenantException {
        return send(request(path).header("Authorization", "Bearer " + token).GET(), NOTHING);
    }

    /** A command; {@code activation} tells which file or module an error is about. */
    JsonNode post(String path, JsonNode body, Activation activation) throws TenantException {
        return send(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body.toString())),
                activation);
    }

    private HttpRequest.Builder request(String path) throws TenantException {
        try {
            return HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                    .timeout(PATIENCE)
                    .header("Accept-Language", Locale.getDefault().toLanguageTag());
        } catch (IllegalArgumentException e) {
            throw new TenantException(address + " is no address such as http://127.0.0.1:8181");
        }
    }

    private JsonNode send(HttpRequest.Builder request, Activation activation) throws TenantException {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TenantException(address + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TenantException("interrupted");
        }
        JsonNode body = read(response.body());
        if (response.statusCode() / 100 != 2) {
            throw refused(response.statusCode(), body, activation);
        }
        return body;
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private TenantException refused(int status, JsonNode problem, Activation activation) {
        if (!problem.has("code")) {
            return new TenantException(status, List.of(address + " answers " + status));
        }
        List<String> lines = new ArrayList<>(ModuleReport.refusal(Replies.refusal(problem), activation));
        lines.set(0, problem.path("title").asText() + ": " + lines.get(0));
        return new TenantException(status, lines);
    }

    @Override
    public void close() {
        if (signedIn) {
            try {
                send(
                        request("sessions")
                                .header("Authorization", "Bearer " + token)
                                .DELETE(),
                        NOTHING);
            } catch (TenantException e) {
                // The session ends by itself.
            }
        }
    }
}
