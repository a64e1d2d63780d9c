package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.itests.Client.Reply;

/** Whatever is sent, the answer is a clear problem with a machine code, and nothing is half done. */
@Torg
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String LINE = "{\"sku\":\"IT-BAD\",\"quantity\":1}";
    private static final String ORDER = "{\"lines\":[" + LINE + "],\"acceptPrices\":\"current\"}";

    private final Market market;
    private Client buyer;
    private Client staff;

    BadInputIT(Server server) {
        market = new Market(server);
    }

    @BeforeAll
    void goods() {
        buyer = market.as("owner");
        staff = market.as("staff-catalog");
        market.importProducts(staff, Market.product("IT-BAD", "10,00", "0,1", false, "deny", "50"));
    }

    @Test
    void nothingThatIsRefusedLeavesATrace() {
        int before = orders();
        long available = available();
        String[] bad = {
            "",
            "null",
            "[]",
            "{\"lines\":",
            "{\"lines\":[" + LINE + "]}",
            "{\"lines\":[],\"acceptPrices\":\"current\"}",
            ORDER.replace("\"sku\"", "\"article\""),
            ORDER.replace("IT-BAD", "IT-NOT-THERE"),
            ORDER.replace("IT-BAD", "\\u0000"),
            ORDER.replace(":1}", ":0}"),
            ORDER.replace(":1}", ":-1}"),
            ORDER.replace(":1}", ":1.5}"),
            ORDER.replace(":1}", ":51}"),
            ORDER.replace(":1}", ":999999999999999999999}"),
            ORDER.replace("}]", "}],\"currency\":\"SEK\""),
            ORDER.replace("}]", "}],\"note\":\"\\ud800\""),
            ORDER.replace("}]", "}],\"email\":\"a@b.no\\r\\nBcc: c@d.no\""),
            ORDER.replace("\"acceptPrices\":\"current\"", "\"priceSnapshot\":\"forged.token\""),
            ORDER.replace(
                    "\"acceptPrices\":\"current\"", "\"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"NOK\"}")
        };
        for (String body : bad) {
            Reply reply = buyer.post(API + "/orders", body);
            assertThat(reply.status()).as(body + " " + reply.body()).isBetween(400, 499);
            assertProblem(reply);
        }
        assertThat(orders()).isEqualTo(before);
        assertThat(available()).isEqualTo(available);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lines\": | 400 | json-broken",
                "{\"x\":1} | 400 | field-unknown",
                "{\"note\":\"a\",\"note\":\"b\"} | 400 | field-repeated",
                "{\"lines\":[{\"sku\":\"IT-BAD\",\"quantity\":\"1\"}]} | 400 | type-wrong",
                "{\"lines\":[{\"sku\":\"IT-BAD\",\"quantity\":0}],\"acceptPrices\":\"current\"} | 422 | quantity-invalid",
                "{\"lines\":[{\"sku\":\"IT-BAD\",\"quantity\":1}]} | 422 | price-agreement-missing",
                "{\"lines\":[{\"sku\":\"NOT-THERE\",\"quantity\":1}],\"acceptPrices\":\"current\"} | 422 | sku-unknown",
                "{\"lines\":[{\"sku\":\"IT-BAD\",\"quantity\":51}],\"acceptPrices\":\"current\"} | 409 | stock-insufficient",
                "{\"lines\":[{\"sku\":\"IT-BAD\",\"quantity\":1}],\"acceptPrices\":\"current\",\"currency\":\"SEK\"} | 422 | currency-mismatch"
            })
    void aFaultyOrderIsRefusedByName(String body, int status, String code) {
        assertProblem(buyer.post(API + "/orders", body), status, code);
    }

    @Test
    void aForgedSnapshotAndAnotherTotalAreRefused() {
        Reply forged = buyer.post(
                API + "/orders", ORDER.replace("\"acceptPrices\":\"current\"", "\"priceSnapshot\":\"e30.e30\""));
        assertThat(forged.json().get("code").asText()).isEqualTo("snapshot-invalid");
        Reply total = buyer.post(
                API + "/orders",
                ORDER.replace(
                        "\"acceptPrices\":\"current\"",
                        "\"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"NOK\"}"));
        assertThat(total.json().get("code").asText()).isEqualTo("total-differs");
    }

    @Test
    void aForeignCartAnswersAsOneThatIsNotThere() {
        String cart = buyer.post(API + "/carts", Map.of()).json().get("id").asText();
        Client other = market.as("owner", 1);
        Reply foreign = other.post(API + "/carts/" + cart + "/lines", LINE);
        Reply unknown = other.post(API + "/carts/00000000-0000-7000-8000-000000000000/lines", LINE);
        assertProblem(foreign, 404, "cart-not-found");
        assertThat(foreign.json().get("detail")).isEqualTo(unknown.json().get("detail"));
        assertProblem(other.get(API + "/carts/" + cart), 404, "cart-not-found");
        assertProblem(
                other.post(API + "/carts/" + cart + "/checkout", "{\"acceptPrices\":\"current\"}"),
                404,
                "cart-not-found");
    }

    @Test
    void anOldVersionOfACartIsNotOverwritten() {
        String cart = API + "/carts/"
                + buyer.post(API + "/carts", Map.of()).json().get("id").asText();
        Reply added = buyer.post(cart + "/lines", LINE);
        String line = cart + "/lines/" + added.json().at("/lines/0/id").asText();
        assertThat(buyer.with("If-Match", added.header("ETag"))
                        .put(line, "{\"quantity\":2}")
                        .status())
                .isEqualTo(200);
        assertProblem(
                buyer.with("If-Match", added.header("ETag")).put(line, "{\"quantity\":3}"), 412, "version-changed");
        assertThat(buyer.get(cart).json().at("/lines/0/quantity").asInt()).isEqualTo(2);
    }

    @Test
    void aKeyIsOfUseForOneBodyOnly() {
        Client keyed = buyer.with("Idempotency-Key", "bad-" + System.nanoTime());
        assertThat(keyed.post(API + "/orders", ORDER).status()).isEqualTo(201);
        assertProblem(keyed.post(API + "/orders", ORDER.replace(":1}", ":2}")), 409, "idempotency-key-reused");
        assertProblem(
                buyer.with("Idempotency-Key", "x".repeat(101)).post(API + "/orders", ORDER),
                400,
                "idempotency-key-invalid");
    }

    @Test
    void tokensAndRightsAreAskedFor() {
        Reply missing = market.stranger().post(API + "/orders", "{broken");
        assertProblem(missing, 401, "token-missing");
        assertThat(missing.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(market.stranger().as("forged").get(API + "/products"), 401, "token-invalid");
        assertProblem(
                market.stranger().post(API + "/sessions", Map.of("email", "nobody@example.com", "password", "wrong")),
                401,
                "credentials-wrong");
        Client colleague = market.as("buyer");
        for (String path : List.of("/audit", "/events", "/vendors/lighting/parameters")) {
            assertThat(colleague.get(API + path).status()).as(path).isIn(403, 404);
        }
    }

    @Test
    void mediaTypesMethodsAndRoutesAreAnsweredByName() {
        assertProblem(
                buyer.with("Content-Type", "text/plain").send("POST", API + "/orders", BodyPublishers.ofString(ORDER)),
                415,
                "unsupported-media-type");
        assertProblem(buyer.with("Accept", "text/html").get(API + "/orders"), 406, "not-acceptable");
        assertProblem(buyer.put(API + "/orders", ORDER), 405, "method-not-allowed");
        assertProblem(buyer.get(API + "/nothing"), 404, "route-unknown");
        assertProblem(
                buyer.send("POST", API + "/orders", BodyPublishers.ofByteArray(new byte[100 * 1024 * 1024])),
                413,
                "body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/products?limit=201, limit-invalid",
        "/products?limit=x, limit-invalid",
        "/products?after=nonsense, cursor-invalid",
        "/orders?after=nonsense, cursor-invalid",
        "/orders?colour=red, parameter-unknown",
        "/products?text=a%00b, text-invalid"
    })
    void aFaultyQueryIsRefusedByName(String path, String code) {
        assertProblem(buyer.get(API + path), 400, code);
    }

    @Test
    void aBrokenRowIsNamedAndNothingOfItsFileIsSeen() {
        String header =
                "sku;product;name_nb;name_en;description_nb;description_en;category;category_nb;category_en;brand;"
                        + "ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;lead_days\n";
        JsonNode status = market.importCsv(
                staff,
                "products?vendor=lighting&onError=abort",
                header + Market.product("IT-BAD-GOOD", "10,00", "0,1", false, "deny", "5") + "\n"
                        + Market.product("IT-BAD-ROW", "ten", "0,1", false, "deny", "5") + "\n");
        assertThat(status.get("state").asText()).isEqualTo("aborted");
        List<JsonNode> report =
                Market.items(staff.get(API + "/imports/" + status.get("id").asText() + "/report"));
        assertThat(report).isNotEmpty();
        assertThat(report.get(0).get("line").asLong()).isEqualTo(3);
        assertProblem(buyer.get(API + "/products/IT-BAD-GOOD"), 404, "product-not-found");
    }

    private int orders() {
        return Market.items(buyer.get(API + "/orders?limit=200")).size();
    }

    private long available() {
        return buyer.get(API + "/products/IT-BAD")
                .json()
                .at("/availability/available")
                .asLong();
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertProblem(reply);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().get("code").asText()).isEqualTo(code);
    }

    private static void assertProblem(Reply reply) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
        assertThat(reply.body()).doesNotContain("xception", "org.torg", "com.fasterxml", "SELECT", "SQL");
    }
}
