package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every route answers as the description says: each reply of {@link Api} is held against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {

    private ApiServer server;
    private Api stranger;
    private Api buyer;
    private Api staff;

    @BeforeAll
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        buyer = stranger.as("buyer");
        staff = stranger.as("staff");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void signingInYieldsATokenAndSigningOutEndsIt() throws Exception {
        Api.Reply reply =
                stranger.post("/sessions", "{\"email\":\"buyer@example.com\",\"password\":\"correct horse\"}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("token").asText()).isEqualTo("buyer");
        ApiServer other = new ApiServer();
        try (other) {
            Api leaver = Api.of(other).as("buyer");
            assertThat(leaver.delete("/sessions").status()).isEqualTo(204);
            leaver.get("/orders").problem(401, "token-invalid");
        }
    }

    @Test
    void aReplyThatIsNotAsDescribedIsSeen() throws Exception {
        Api.Reply good = buyer.get("/accounts/current");
        assertThatCode(() -> buyer.conforms("GET", "/accounts/current", good)).doesNotThrowAnyException();
        for (String body : new String[] {
            good.body().replace("\"name\"", "\"title\""),
            good.body().replace("\"NO\"", "\"Norway\""),
            good.body().replace("{\"id\"", "{\"more\":1,\"id\"")
        }) {
            assertThat(body).isNotEqualTo(good.body());
            Api.Reply bad = new Api.Reply(200, good.headers(), body);
            assertThatThrownBy(() -> buyer.conforms("GET", "/accounts/current", bad))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void onlyWhatStrangersSeeMayBeKept() throws Exception {
        assertThat(stranger.get("/products").header("Cache-Control"))
                .contains("max-age=60")
                .doesNotContain("no-store");
        assertThat(stranger.get("/products").header("Vary")).contains("Authorization", "Accept-Language");
        assertThat(buyer.get("/products").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void productsHaveTextsInTheLanguageOfTheRequest() throws Exception {
        assertThat(stranger.with("Accept-Language", "no;q=0.9, de")
                        .get("/products")
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("Taklampe");
        Api.Reply product = stranger.get("/products/SL-1001");
        assertThat(product.json().get("name").asText()).isEqualTo("Ceiling light");
        assertThat(product.json().at("/names/nb").asText()).isEqualTo("Taklampe");
    }

    @Test
    @Tag("L12")
    void strangersSeeNoPriceFieldAndSignedInBuyersDo() throws Exception {
        assertThat(stranger.get("/products").body()).doesNotContain("price", "90.00");
        assertThat(buyer.get("/products").json().at("/items/0/price/net/amount").asText())
                .isEqualTo("90.00");
        assertThat(buyer.get("/products/SL-1001").json().at("/price/tier/code").asText())
                .isEqualTo("gold");
    }

    @Test
    void aProductQueryIsReadInFull() throws Exception {
        Api.Reply first = buyer.get("/products?category=indoor&text=lamp&filter=ip:IP44&filter=ip:IP65&filter=brand:A"
                + "&facets=true&limit=7&vendor=lighting");
        assertThat(first.json().at("/facets/0/values/0/count").asInt()).isEqualTo(2);
        assertThat(server.market().asked().facets())
                .isEqualTo(Map.of("ip", java.util.List.of("IP44", "IP65"), "brand", java.util.List.of("A")));
        assertThat(server.market().asked().page().limit()).isEqualTo(7);
        buyer.get("/products?after=" + first.json().get("next").asText());
        assertThat(server.market().asked().page().after()).contains("SL-1001");
    }

    @Test
    void anArticleNumberMayHoldSlashes() throws Exception {
        assertThat(buyer.get("/products/SL-10/A").json().get("sku").asText()).isEqualTo("SL-10/A");
    }

    @Test
    void pricesExplainThemselvesInTheCallersLanguage() throws Exception {
        Api.Reply reply = buyer.post("/prices", "{\"lines\":[{\"sku\":\"SL-1001\",\"quantity\":2}]}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().at("/price/trace/1/text").asText().replace('\u00a0', ' '))
                .startsWith("Gull: 12,5 % avslag fra 31. mar");
        assertThat(reply.json().at("/price/trace/1/value/percent").decimalValue())
                .isEqualByComparingTo("-12.5");
        assertThat(buyer.with("Accept-Language", "en")
                        .post("/prices", "{\"lines\":[{\"sku\":\"SL-1001\",\"quantity\":2}]}")
                        .json()
                        .at("/price/trace/1/text")
                        .asText())
                .isEqualTo("Gold: 12.5% off from Mar 31, 2026");
    }

    @Test
    void aWholeOrderIsPlacedInOneCall() throws Exception {
        Api.Reply reply = buyer.with("Idempotency-Key", "k-1").post("/orders", Bodies.WHOLE_ORDER);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        String id = reply.json().get("id").asText();
        assertThat(reply.header("Location")).endsWith("/api/v1/orders/" + id);
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().at("/state/label").asText()).isEqualTo("Mottatt");
        assertThat(server.market().key().orElseThrow().value()).isEqualTo("k-1");
        assertThat(server.market().placed()).isEqualTo(Bodies.wholeOrder());
        assertThat(buyer.get("/orders/" + id).json()).isEqualTo(reply.json());
        assertThat(buyer.get("/orders?q=PO%207&person=u-1&from=2026-11-01T00:00:00%2B01:00&until=2026-11-22T10:00:00Z")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.get("/orders?status=placed&limit=200")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void whatIsNotStatedIsLeftToTheAccount() throws Exception {
        buyer.post("/orders", """
                {"lines":[{"sku":"SL-1","quantity":1}],"acceptPrices":"current","phone":"+47 22 00 00 00",
                 "delivery":{"timing":{"type":"complete"}}}""");
        assertThat(server.market().placed().checkout().contact().orElseThrow().email())
                .isEqualTo("faktura@example.com");
        assertThat(server.market().placed().checkout().delivery().orElseThrow().address())
                .isEqualTo(Samples.ADDRESS);
    }

    @Test
    void theCartGoesStepByStepToTheOrder() throws Exception {
        Api.Reply created = buyer.post("/carts", "{}");
        assertThat(created.status()).isEqualTo(201);
        String cart = "/carts/" + created.json().get("id").asText();
        Api.Reply added = buyer.post(cart + "/lines", "{\"sku\":\"SL-1001\",\"quantity\":2}");
        assertThat(added.header("Location")).endsWith(cart + "/lines/line-1");
        assertThat(added.header("ETag")).isEqualTo("\"2\"");
        buyer.with("If-Match", "\"1\"")
                .put(cart + "/lines/line-1", "{\"quantity\":3}")
                .problem(412, "version-changed");
        assertThat(buyer.with("If-Match", "\"2\"")
                        .put(cart + "/lines/line-1", "{\"quantity\":3}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.with("If-Match", "*")
                        .put(
                                cart + "/delivery",
                                "{\"timing\":{\"type\":\"requested\",\"from\":\"2026-04-01\",\"to\":\"2026-04-02\"}}")
                        .json()
                        .at("/delivery/timing/to")
                        .asText())
                .isEqualTo("2026-04-02");
        Api.Reply read = buyer.get(cart);
        assertThat(read.json().at("/quotation/snapshot").asText()).isEqualTo("snapshot");
        assertThat(read.json().at("/objections/0/code").asText()).isEqualTo("phone-required");
        assertThat(buyer.post(cart + "/checkout", "{\"priceSnapshot\":\"snapshot\"}")
                        .status())
                .isEqualTo(201);
        assertThat(buyer.delete(cart + "/lines/line-1").json().get("lines")).isEmpty();
    }

    @Test
    void staffShipCancelImportAndEdit() throws Exception {
        String order = "/orders/"
                + buyer.post("/orders", Bodies.SMALL_ORDER).json().get("id").asText();
        assertThat(staff.post(order + "/shipments", "{}").status()).isEqualTo(201);
        assertThat(staff.post(
                                order + "/cancellations",
                                "{\"lines\":[{\"line\":\"1\",\"quantity\":1}],\"reason\":\"Utsolgt\"}")
                        .status())
                .isEqualTo(201);
        Api.Reply moved = staff.post(order + "/state", "{\"state\":\"picking\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.json().at("/state/code").asText()).isEqualTo("picking");
        assertThat(moved.header("ETag")).isEqualTo("\"4\"");
        Api.Reply started = staff.with("Content-Type", "text/csv; charset=windows-1252")
                .post("/imports/products?dryRun=true", "sku\n1\n");
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        assertThat(started.header("Location")).endsWith("/api/v1/imports/import-1");
        assertThat(started.json().get("onError").asText()).isEqualTo("abort");
        assertThat(staff.with("Content-Type", "application/octet-stream")
                        .post("/imports/prices?vendor=lighting&onError=skip", "sku\n")
                        .status())
                .isEqualTo(202);
        Api.Reply customers = staff.with("Content-Type", "text/csv")
                .post("/imports/accounts?dryRun=true&invite=true", "customer_number\n1\n");
        assertThat(customers.json().get("kind").asText()).isEqualTo("accounts");
        staff.with("Content-Type", "text/csv")
                .post("/imports/prices?invite=true", "sku\n")
                .problem(400, "parameter-unknown");
        assertThat(staff.get("/imports/import-1").status()).isEqualTo(200);
        assertThat(staff.get("/imports/import-1/report")
                        .json()
                        .at("/items/0/line")
                        .asInt())
                .isEqualTo(2);
        assertThat(staff.get("/vendors/lighting/parameters").status()).isEqualTo(200);
        assertThat(staff.put(
                                "/vendors/lighting/parameters",
                                "{\"key\":\"loyalty.gold.percent\",\"value\":\"12.5\",\"validFrom\":\"2026-04-01\"}")
                        .json()
                        .at("/changes/0/value")
                        .asText())
                .isEqualTo("12.5");
        assertThat(staff.get("/audit?target=order-1")
                        .json()
                        .at("/items/0/target")
                        .asText())
                .isEqualTo("order-1");
    }

    @Test
    void theRestIsRead() throws Exception {
        for (String path : new String[] {
            "/categories",
            "/vendors",
            "/accounts/current",
            "/shipments?order=order-1",
            "/invoices",
            "/invoices/invoice-1"
        }) {
            Api.Reply reply = buyer.get(path);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
        Api.Reply first = staff.get("/events");
        assertThat(first.json().get("events")).hasSize(12);
        assertThat(staff.get("/events?limit=200&after="
                                + first.json().get("next").asText())
                        .json()
                        .get("events"))
                .isEmpty();
        assertThat(stranger.get("/openapi.json").json().get("openapi").asText()).isEqualTo("3.0.3");
    }
}
