package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** How many SQL statements a whole page takes of who has signed in: the session, the frame and the page, however much it shows. */
class PageCostIT {

    private static final List<String> SKUS = List.of(
            "SL-3001", "SL-3002", "SL-3003", "SL-3004", "SL-3005", "SL-3006", "SL-3007", "SL-3008");

    @TempDir
    private static Path base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void pagesTakeFewStatementsHoweverManyRowsTheyShow() {
        try (LaunchedServer server = LaunchedServer.with(base, SentSql.OPTION, "--features", "torg-demo")) {
            server.awaitReady();
            Market market = new Market(server);
            Client buyer = market.as("owner");
            market.importProducts(
                    market.as("staff-catalog"),
                    SKUS.stream()
                            .map(sku -> Market.product(sku, "10,00", "0,1", false, "untracked", ""))
                            .toArray(String[]::new));
            String cart = id(buyer.post(API + "/carts", Map.of()));
            add(buyer, cart, SKUS.get(0));

            Map<String, String> few = new LinkedHashMap<>();
            few.put("overview", "/");
            few.put("orders", "/orders");
            few.put("order", "/orders/" + order(buyer, SKUS.subList(0, 1)));
            few.put("cart", "/cart");
            few.put("catalogue", "/catalogue?category=indoor%2Ftest&sku=1");
            few.put("product", "/products/lighting/" + SKUS.get(0));
            Map<String, List<String>> first = costs(server, market, few);

            SKUS.forEach(sku -> add(buyer, cart, sku));
            for (int i = 0; i < 3; i++) {
                String paused = id(buyer.post(API + "/carts", Map.of()));
                add(buyer, paused, SKUS.get(i));
                assertThat(buyer.post(API + "/carts/" + paused + "/pause", Map.of()).status()).isEqualTo(200);
            }
            Map<String, String> many = new LinkedHashMap<>(few);
            many.put("order", "/orders/" + order(buyer, SKUS));
            Map<String, List<String>> then = costs(server, market, many);

            first.forEach((page, sent) -> System.err.println(page + " " + sent.size() + "\n  " + String.join("\n  ", sent)));
            then.forEach((page, sent) -> System.err.println(page + " " + sent.size() + "\n  " + String.join("\n  ", sent)));
            assertThat(then).isEqualTo(first);
        }
    }

    private Map<String, List<String>> costs(LaunchedServer server, Market market, Map<String, String> pages) {
        SentSql sql = new SentSql(server);
        Map<String, List<String>> costs = new LinkedHashMap<>();
        pages.forEach((name, path) -> {
            // What a page asks for the first time only, it does not take.
            get(server, market, path);
            costs.put(name, sql.of(() -> get(server, market, path)));
        });
        return costs;
    }

    private void get(LaunchedServer server, Market market, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Cookie", "torg_session=" + market.token("owner"))
                    .build();
            HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(path).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static void add(Client buyer, String cart, String sku) {
        Reply added = buyer.post(API + "/carts/" + cart + "/lines", Map.of("sku", sku, "quantity", 1));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    private static String order(Client buyer, List<String> skus) {
        List<Map<String, Object>> lines = new ArrayList<>();
        skus.forEach(sku -> lines.add(Map.of("sku", sku, "quantity", 1)));
        return id(buyer.post(API + "/orders", Map.of("lines", lines, "acceptPrices", "current")));
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
