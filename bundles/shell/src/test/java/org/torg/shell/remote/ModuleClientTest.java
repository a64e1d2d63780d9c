package org.torg.shell.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a terminal, over HTTP. */
class ModuleClientTest {

    private static final Map<String, String> TOKEN = Map.of("TORG_TOKEN", "secret-token");
    private static final Map<String, String> PASSWORD =
            Map.of("TORG_USER", "drift@example.org", "TORG_PASSWORD", "secret \"word");
    private static final String SET = """
            {"vendor":"lighting","generation":%d,"parent":%d,"origin":"activation","publishedAt":"2026-03-31T08:15:30Z",
             "author":"user:u-1","modules":[{"name":"org.torg.modules.campaign","version":"%s",
             "digest":"%s","contracts":["PricingModule"]}]}""";

    private record Asked(String request, String authorization, String key, String body) {}

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        reply("POST /sessions", 201, "{\"token\":\"of-session\"}");
        reply("DELETE /sessions", 204, "");
        reply("GET /vendors", 200, "{\"items\":[{\"id\":\"dental\"},{\"id\":\"lighting\"}]}");
        reply("GET /vendors/dental/modules", 404, problem("vendor-not-found", "There is no such vendor.", ""));
        reply("GET /vendors/lighting/modules", 200, """
                {"desired":%s,"serving":2,"parts":[{"module":"org.torg.modules.campaign","name":"campaign.season",
                 "version":"1.2.0","contract":"PricingModule","state":"working","calls":12,"failures":0,"p99Micros":85}],
                 "draining":[],"files":[{"name":"c.jar","symbolicName":"org.torg.modules.campaign","version":"1.3.0",
                 "size":4711}],"lastRefusal":{"at":"2026-03-31T08:15:30Z","activate":["bad.jar"],"remove":[],
                 "code":"module-unresolved","detail":"It's not {0} resolved.","errors":[{"pointer":"/activate/0",
                 "code":"module-unresolved","detail":"No."}]}}""".formatted(SET.formatted(2, 1, "1.2.0", "b")));
        reply(
                "GET /vendors/lighting/generations?limit=10",
                200,
                "{\"items\":[" + SET.formatted(3, 2, "1.3.0", "c") + "," + SET.formatted(2, 1, "1.2.0", "b") + "]}");
        reply("POST /vendors/lighting/generations", 201, SET.formatted(3, 2, "1.3.0", "c"));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void reply(String request, int status, String body) {
        replies.put(request, status + " " + body);
    }

    private static String problem(String code, String detail, String errors) {
        return "{\"type\":\"urn:torg:problem:" + code + "\",\"title\":\"Not so\",\"status\":422,\"code\":\"" + code
                + "\",\"detail\":\"" + detail + "\",\"requestId\":\"r\"" + errors + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().replace("/api/v1", "");
        asked.add(new Asked(
                request,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String[] reply = replies.getOrDefault(request, "502 <html>").split(" ", 2);
        byte[] body = reply[1].getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(reply[0]), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(Map<String, String> environment, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--address", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        return ModuleClient.run(all, environment, new PrintStream(out, true, StandardCharsets.UTF_8), error());
    }

    private PrintStream error() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> requests() {
        return asked.stream().map(Asked::request).toList();
    }

    @Test
    void theVendorsThatThisPersonMaySeeAreListed() {
        assertThat(run(TOKEN, "list")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(told())
                .startsWith("lighting: generation 2 serves")
                .contains("campaign.season  working  12     0.085 ms  0")
                .contains("c.jar  org.torg.modules.campaign  1.3.0    4711")
                .contains("  It's not {0} resolved. (module-unresolved)")
                .contains("  bad.jar: No. (module-unresolved)");
        assertThat(asked).extracting(Asked::authorization).containsOnly("Bearer secret-token");
        assertThat(requests()).doesNotContain("DELETE /sessions");
    }

    @Test
    void aVendorThatIsNamedAndForeignIsAnError() {
        assertThat(run(TOKEN, "list", "dental")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("torg: Not so: There is no such vendor. (vendor-not-found)");
    }

    @Test
    void filesAndModulesAreSwappedInOneRequestAndTheChangeIsTold() {
        assertThat(run(PASSWORD, "activate", "lighting", "c.jar", "--remove", "x.y", "d.jar", "--remove", "z"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(told().lines())
                .containsExactly(
                        "lighting: generation 3 is published",
                        "  changed  org.torg.modules.campaign 1.3.0 (was 1.2.0)");
        Asked command = asked.stream()
                .filter(request -> request.request().equals("POST /vendors/lighting/generations"))
                .findFirst()
                .orElseThrow();
        assertThat(command.body()).isEqualTo("{\"activate\":[\"c.jar\",\"d.jar\"],\"remove\":[\"x.y\",\"z\"]}");
        assertThat(command.authorization()).isEqualTo("Bearer of-session");
        assertThat(command.key()).hasSize(36);
        assertThat(asked.get(0).body()).isEqualTo("{\"email\":\"drift@example.org\",\"password\":\"secret \\\"word\"}");
        assertThat(requests()).endsWith("DELETE /sessions");
    }

    @Test
    void anEarlierGenerationIsChosen() {
        assertThat(run(TOKEN, "rollback", "lighting", "1")).isZero();
        assertThat(asked.get(0).body()).isEqualTo("{\"rollbackTo\":1}");
    }

    @Test
    void aRefusalNamesTheFileAtFault() {
        reply(
                "POST /vendors/lighting/generations",
                422,
                problem(
                        "module-start-failed",
                        "It does not start.",
                        ",\"errors\":[{\"pointer\":\"/activate/1\",\"code\":\"module-start-failed\",\"detail\":\"No.\"}]"));
        assertThat(run(PASSWORD, "activate", "lighting", "a.jar", "bad.jar")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "torg: Not so: It does not start. (module-start-failed)",
                        "      bad.jar: No. (module-start-failed)");
        assertThat(told()).isEmpty();
        assertThat(requests()).endsWith("DELETE /sessions");
    }

    @Test
    void somethingElseThatAnswersIsToldByItsStatus() {
        replies.remove("GET /vendors/lighting/modules");
        assertThat(run(TOKEN, "list", "lighting")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("answers 502");
        server.stop(0);
        err.reset();
        assertThat(run(TOKEN, "list", "lighting")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("does not answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lst",
                "list a b",
                "list --remove x",
                "activate lighting",
                "activate",
                "rollback lighting",
                "rollback lighting x",
                "rollback lighting 1 2",
                "rollback lighting -1",
                "activate ../x a.jar",
                "list --token abc",
                "activate lighting a.jar --remove"
            })
    void whatCannotBeUnderstoodIsNotAsked(String line) {
        assertThat(ModuleClient.run(
                        List.of(line.split(" ")),
                        Map.of(
                                "TORG_TOKEN",
                                "t",
                                "TORG_ADDRESS",
                                "http://127.0.0.1:" + server.getAddress().getPort()),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        error()))
                .isEqualTo(1);
        assertThat(asked).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("torg: ");
    }

    @Test
    void withoutAPersonNothingIsAsked() {
        assertThat(run(Map.of("TORG_USER", "drift@example.org"), "list")).isEqualTo(1);
        assertThat(run(Map.of("TORG_TOKEN", "a\nb"), "list")).isEqualTo(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void helpSaysWhereSecretsBelong() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(told()).contains("TORG_PASSWORD", "TORG_TOKEN", "rollback VENDOR GENERATION");
    }
}
