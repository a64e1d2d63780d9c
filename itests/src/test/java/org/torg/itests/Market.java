package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.torg.itests.Client.Reply;

/** A running server as its users reach it: people by their roles, and what they do most. */
final class Market {
    static final String API = "/api/v1";
    private static final Duration BOUND = Duration.ofSeconds(60);
    /** Tokens, by the data folder of the server and the person. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private final Server server;
    private final Client stranger;

    Market(Server server) {
        this.server = server;
        this.stranger = new Client(server.address());
    }

    Client stranger() {
        return stranger;
    }

    /** The first of the demo's people with this role, such as {@code owner} or {@code staff-orders}, signed in. */
    Client as(String role) {
        return as(role, 0);
    }

    /** Another of the demo's people with this role; the first is 0. Each signs in once: codes of staff are few. */
    Client as(String role, int which) {
        if (role.equals("integration")) {
            // The rights of other systems hold for their tokens alone.
            return program(role);
        }
        return stranger.as(token(role, which));
    }

    /** The token of the session of the first of the demo's people with this role: a browser's cookie has it too. */
    String token(String role) {
        return token(role, 0);
    }

    private String token(String role, int which) {
        return SESSIONS.computeIfAbsent(server.data() + " " + role + " " + which, person -> signIn(role, which));
    }

    /** Whether the demo has people with this role. */
    boolean has(String role) {
        return logins().stream().anyMatch(login -> login[0].equals(role));
    }

    /** A program of the first of the demo's staff with this role, with the person's token. */
    Client program(String role) {
        return stranger.as(launcher("--token", role));
    }

    private String signIn(String role, int which) {
        String[] row = logins().stream()
                .filter(login -> login[0].equals(role))
                .skip(which)
                .findFirst()
                .orElseThrow();
        Map<String, String> credentials = new HashMap<>(Map.of("email", row[1], "password", row[2]));
        if (row.length > 5) {
            credentials.put("code", launcher("--code", role));
        }
        Reply reply = stranger.post(API + "/sessions", credentials);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().get("stage").asText()).isEqualTo("complete");
        return reply.json().get("token").asText();
    }

    /** What {@code ./torg logins} says of the first with a role. */
    private String launcher(String what, String role) {
        try {
            Process process = new ProcessBuilder(
                            Path.of("..", "torg").toString(),
                            "logins",
                            what,
                            role,
                            "--data",
                            server.data().getParent().toString())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Role, e-mail, password, name, company, and of staff the secret of the second factor and a token. */
    List<String[]> logins() {
        try {
            Path file = server.data().resolve("demo-logins.txt");
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(row -> row.length >= 3)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports products of the lighting vendor, given as rows of {@link #product}. */
    void importProducts(Client staff, String... rows) {
        importProductsOf("lighting", staff, rows);
    }

    void importProductsOf(String vendor, Client staff, String... rows) {
        String header =
                "sku;product;name_nb;name_en;description_nb;description_en;category;category_nb;category_en;brand;"
                        + "ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;lead_days\n";
        JsonNode status = importCsv(staff, "products?vendor=" + vendor, header + String.join("\n", rows) + "\n");
        assertThat(status.get("rejected").asLong()).as(status.toString()).isZero();
    }

    static String product(String sku, String price, String weight, boolean bulky, String policy, String stock) {
        return String.join(
                ";",
                sku,
                "P-" + sku,
                "Prøvelampe " + sku,
                "Test lamp " + sku,
                "",
                "",
                "indoor/test",
                "Inne/Prøve",
                "Indoor/Test",
                "Prøve",
                "",
                price,
                "NOK",
                "standard",
                weight,
                bulky ? "yes" : "no",
                policy,
                stock,
                "5");
    }

    /** Imports a file and waits until it is through. */
    JsonNode importCsv(Client staff, String what, String csv) {
        Reply started = staff.with("Content-Type", "text/csv")
                .send("POST", API + "/imports/" + what, BodyPublishers.ofString(csv));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String path = API + "/imports/" + started.json().get("id").asText();
        Await.until("The import", BOUND, () -> List.of("done", "aborted").contains(state(staff, path)));
        return staff.get(path).json();
    }

    private static String state(Client staff, String path) {
        return staff.get(path).json().get("state").asText();
    }

    /** The invoices of an order, once there are as many. */
    List<JsonNode> invoices(Client client, String order, int count) {
        String path = API + "/invoices?order=" + order;
        Await.until(
                count + " invoices of " + order,
                BOUND,
                () -> items(client.get(path)).size() == count);
        return items(client.get(path)).stream()
                .map(summary -> client.get(
                                API + "/invoices/" + summary.get("id").asText())
                        .json())
                .sorted(java.util.Comparator.comparing(
                        invoice -> invoice.get("number").asText()))
                .toList();
    }

    static List<JsonNode> items(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return StreamSupport.stream(reply.json().get("items").spliterator(), false)
                .toList();
    }

    static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.get("amount").asText());
    }
}
