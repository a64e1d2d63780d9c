package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/**
 * How many SQL statements a whole page takes of who has signed in: the session, the frame and the page. It is the same for one row and
 * for many.
 */
class PageCostIT {

    private static final List<String> SKUS = IntStream.rangeClosed(1, 12)
            .mapToObj(number -> String.format(Locale.ROOT, "COST-%02d", number))
            .toList();
    private static final String CATALOGUE = "/catalogue?vendor=lighting&category=indoor%2Ftest";

    /** One for the session, five for the frame, the others for the page itself. */
    private static final Map<String, Integer> BUDGETS = Map.of(
            "overview", 10,
            "orders", 7,
            "order", 12,
            "cart", 15,
            "catalogue", 12,
            "product", 16);

    @TempDir
    private static Path base;

    private static LaunchedServer server;
    private static Market market;
    private static Client buyer;
    private static SentSql sql;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        server = LaunchedServer.with(base, SentSql.OPTION, "--features", "torg-demo")
                .awaitReady();
        market = new Market(server);
        buyer = market.as("owner");
        sql = new SentSql(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void pagesTakeFewStatementsHoweverManyRowsTheyShow() {
        imported(SKUS.subList(0, 1));
        String cart = cart(SKUS.get(0));
        Map<String, List<String>> few = costs(order(SKUS.subList(0, 1)));

        imported(SKUS);
        SKUS.forEach(sku -> add(cart, sku));
        for (String sku : SKUS) {
            pause(cart(sku));
            order(List.of(sku));
        }
        Map<String, List<String>> many = costs(order(SKUS));

        few.forEach(
                (page, sent) -> assertThat(many.get(page)).as(page + " of many").hasSameSizeAs(sent));
        BUDGETS.forEach((page, budget) -> assertThat(few.get(page)).as(page).hasSizeLessThanOrEqualTo(budget));
    }

    private Map<String, List<String>> costs(String order) {
        Map<String, List<String>> costs = new TreeMap<>();
        costs.put("overview", cost("/"));
        costs.put("orders", cost("/orders"));
        costs.put("order", cost("/orders/" + order));
        costs.put("cart", cost("/cart"));
        costs.put("catalogue", cost(CATALOGUE));
        costs.put("product", cost("/products/lighting/" + SKUS.get(0)));
        return costs;
    }

    /** The least of some: now and then a page looks whether there is something new, such as a set of modules. */
    private List<String> cost(String path) {
        get(path);
        List<String> least = IntStream.range(0, 3)
                .mapToObj(again -> sql.of(() -> get(path)))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        // Else nothing was logged, or under another name.
        assertThat(least).as(path).hasSizeGreaterThan(3);
        return least;
    }

    private void get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Cookie", "torg_session=" + market.token("owner"))
                    .build();
            HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(path).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    /** They are found at once, or the next page would have fewer rows than it is to show. */
    private static void imported(List<String> skus) {
        market.importProducts(
                market.as("staff-catalog"),
                skus.stream()
                        .map(sku -> Market.product(sku, "10,00", "0,1", false, "untracked", ""))
                        .toArray(String[]::new));
        Await.until(
                "the index of the new articles",
                Duration.ofMinutes(1),
                () -> Market.items(buyer.get(API + "/products?category=indoor/test&limit=50")).stream()
                                .filter(item -> item.get("sku").asText().startsWith("COST-"))
                                .count()
                        == skus.size());
    }

    private static String cart(String sku) {
        String cart = id(buyer.post(API + "/carts", Map.of()));
        add(cart, sku);
        return cart;
    }

    private static void add(String cart, String sku) {
        Reply added = buyer.post(API + "/carts/" + cart + "/lines", Map.of("sku", sku, "quantity", 1));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    private static void pause(String cart) {
        Reply paused = buyer.post(API + "/carts/" + cart + "/pause", Map.of());
        assertThat(paused.status()).as(paused.body()).isEqualTo(200);
    }

    private static String order(List<String> skus) {
        List<Map<String, Object>> lines = skus.stream()
                .map(sku -> Map.<String, Object>of("sku", sku, "quantity", 1))
                .toList();
        return id(buyer.post(API + "/orders", Map.of("lines", lines, "acceptPrices", "current")));
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
