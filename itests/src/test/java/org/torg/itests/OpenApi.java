package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.torg.itests.Client.Reply;

/** The description that a server gives of its API, and whether its replies are as it says. */
final class OpenApi {
    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final Map<URI, OpenApi> BY_SERVER = new ConcurrentHashMap<>();

    /** A route that is not described has nothing to conform to; that all are is a test of the rest bundle. */
    private static final Set<String> NOT_DESCRIBED =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");

    private final OpenApiInteractionValidator validator;

    private OpenApi(URI server) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(read(server))
                .build();
    }

    /** Fails with what is not as described, in a reply of the API. */
    static void check(URI server, String method, String path, Reply reply) {
        String route = URI.create(path).getPath();
        if (route.startsWith(BASE + "/") && METHODS.contains(method)) {
            BY_SERVER.computeIfAbsent(server, OpenApi::new).check(method, route, path, reply);
        }
    }

    private void check(String method, String route, String path, Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach(response::withHeader);
        if (!reply.body().isEmpty()) {
            response.withBody(reply.body());
        }
        ValidationReport report = validator.validateResponse(route, Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages().stream()
                        .filter(message -> !NOT_DESCRIBED.contains(message.getKey()))
                        .map(message -> message.getKey() + ": " + message.getMessage()))
                .as(method + " " + path + " " + reply.body())
                .isEmpty();
    }

    private static String read(URI server) {
        try {
            HttpResponse<String> reply = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.resolve(BASE + "/openapi.json"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
            return reply.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
