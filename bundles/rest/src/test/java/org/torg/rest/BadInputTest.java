package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.StoreException;
import org.torg.api.vendor.VendorFailure;

/** What is wrong with a request is told by a machine code, with a pointer to the part at fault, and nothing of the inside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String LINE = "{\"sku\":\"SL-1\",\"quantity\":1}";

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

    private static String order(String line, String more) {
        return "{\"lines\":[" + line + "],\"acceptPrices\":\"current\"" + more + "}";
    }

    @Test
    void brokenJsonIsToldWithItsPlace() throws Exception {
        Api.Reply reply = buyer.post("/orders", "{\"lines\":[\n  {\"sku\" \"SL-1\"}]}");
        assertThat(reply.problem(400, "json-broken").get("detail").asText()).contains("line 2");
        buyer.post("/orders", "{\"lines\":").problem(400, "json-broken");
        buyer.post("/orders", "{} {}").problem(400, "json-unfit");
        buyer.post("/orders", "[]").problem(400, "json-unfit");
        buyer.post("/orders", "\"x\"").problem(400, "json-unfit");
        buyer.post("/orders", "").problem(400, "body-missing");
        buyer.post("/orders", "null").problem(400, "body-missing");
    }

    @Test
    void unknownAndRepeatedFieldsAreRefused() throws Exception {
        Api.Reply unknown = buyer.post("/orders", order("{\"sku\":\"SL-1\",\"qty\":1}", ""));
        unknown.problem(400, "field-unknown");
        assertThat(unknown.pointer()).isEqualTo("/lines/0/qty");
        buyer.post("/orders", "{\"note\":\"a\",\"note\":\"b\"}").problem(400, "field-repeated");
        buyer.post("/orders", "{\"a/b~\\u0000<script>\":1}").problem(400, "field-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e3", "\"1\"", "true", "{}", "[1]"})
    void aQuantityOfAnotherTypeIsRefused(String quantity) throws Exception {
        Api.Reply reply = buyer.post("/orders", order("{\"sku\":\"SL-1\",\"quantity\":" + quantity + "}", ""));
        reply.problem(400, "type-wrong");
        assertThat(reply.pointer()).isEqualTo("/lines/0/quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "2147483648", "999999999999999999999999999999"})
    void anAbsurdQuantityIsRefused(String quantity) throws Exception {
        Api.Reply reply = buyer.post("/orders", order("{\"sku\":\"SL-1\",\"quantity\":" + quantity + "}", ""));
        reply.problem(422, "quantity-invalid");
        assertThat(reply.pointer()).isEqualTo("/lines/0/quantity");
    }

    @Test
    void jsonThatIsTooDeepOrTooLongIsRefused() throws Exception {
        buyer.post("/orders", "[".repeat(100) + "]".repeat(100)).problem(400, "json-unfit");
        buyer.post("/orders", "{\"lines\":" + "[".repeat(100) + "]".repeat(100) + "}")
                .problem(400, "type-wrong");
        buyer.post("/orders", "{\"delivery\":{\"address\":{\"name\":" + "[".repeat(50) + "]".repeat(50) + "}}}")
                .problem(400, "type-wrong");
        buyer.post("/orders", order("{\"sku\":\"SL-1\",\"quantity\":" + "9".repeat(5000) + "}", ""))
                .problem(400, "json-too-large");
        buyer.post("/orders", order(LINE, ",\"note\":\"" + "x".repeat(950_000) + "\""))
                .problem(400, "json-too-large");
        buyer.post("/orders", "{\"" + "x".repeat(5000) + "\":1}").problem(400, "json-too-large");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        buyer.post("/orders", " ".repeat(2_000_000)).problem(413, "body-too-large");
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsOwnFault() throws Exception {
        for (String path : List.of("/imports/products", "/orders")) {
            String type = path.startsWith("/imports") ? "text/csv" : "application/json";
            try (Socket socket =
                    new Socket(server.address().getHost(), server.address().getPort())) {
                socket.getOutputStream()
                        .write(("POST /api/v1" + path + " HTTP/1.1\r\nHost: torg\r\nAuthorization: Bearer "
                                        + (path.startsWith("/imports") ? "staff" : "buyer")
                                        + "\r\nContent-Type: " + type
                                        + "\r\nContent-Length: 1000\r\nIdempotency-Key: broken-off-1\r\n\r\n{\"lines\"")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();

                String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(reply).startsWith("HTTP/1.1 400").contains("body-broken");
            }
        }
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        buyer.with("Content-Type", "text/plain").post("/orders", "x").problem(415, "unsupported-media-type");
        buyer.with("Content-Type", "application/xml").post("/orders", "<x/>").problem(415, "unsupported-media-type");
        staff.with("Content-Type", "application/json")
                .post("/imports/products", "{}")
                .problem(415, "unsupported-media-type");
        buyer.with("Accept", "text/html").get("/orders").problem(406, "not-acceptable");
    }

    @Test
    void anUnknownRouteOrMethodIsRefused() throws Exception {
        buyer.get("/nothing").problem(404, "route-unknown");
        buyer.get("/orders/1/nothing").problem(404, "route-unknown");
        Api.Reply method = buyer.put("/orders", "{}");
        method.problem(405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET", "POST");
    }

    @Test
    void withoutAValidTokenNothingOfPeopleIsReached() throws Exception {
        Api.Reply missing = stranger.get("/orders");
        missing.problem(401, "token-missing");
        assertThat(missing.header("WWW-Authenticate")).startsWith("Bearer");
        // Before the body is looked at.
        stranger.post("/orders", "{broken").problem(401, "token-missing");
        Api.Reply invalid = stranger.as("nobody").get("/products");
        invalid.problem(401, "token-invalid");
        assertThat(invalid.header("WWW-Authenticate")).contains("invalid_token");
        for (String header : new String[] {"Bearer", "Basic YTpi", "Bearer a b", "Bearer ", "bearer \u00e9"}) {
            stranger.with("Authorization", header).get("/orders").problem(401, "token-invalid");
        }
        stranger.post("/sessions", "{\"email\":\"buyer@example.com\",\"password\":\"wrong\"}")
                .problem(401, "credentials-wrong");
        stranger.as("orders").get("/audit").problem(403, "forbidden");
        buyer.get("/events").problem(403, "forbidden");
        buyer.put("/vendors/lighting/parameters", "{\"key\":\"a\",\"value\":\"1\",\"validFrom\":\"2026-04-01\"}")
                .problem(403, "forbidden");
    }

    @Test
    void malformedHeadersAreRefused() throws Exception {
        buyer.with("Idempotency-Key", "x".repeat(101))
                .post("/orders", Bodies.SMALL_ORDER)
                .problem(400, "idempotency-key-invalid");
        buyer.with("Idempotency-Key", "a b")
                .post("/orders", Bodies.SMALL_ORDER)
                .problem(400, "idempotency-key-invalid");
        String lines = "/carts/none/lines/1";
        buyer.with("If-Match", "7").put(lines, "{\"quantity\":1}").problem(400, "if-match-invalid");
        buyer.with("If-Match", "W/\"7\"").put(lines, "{\"quantity\":1}").problem(412, "version-changed");
        buyer.with("If-Match", "\"abc\"").delete(lines).problem(412, "version-changed");
        assertThat(stranger.with("Accept-Language", ";;;q=x,,\"")
                        .get("/products")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/products?limit=0, limit-invalid",
        "/products?limit=201, limit-invalid",
        "/orders?limit=-1, limit-invalid",
        "/orders?limit=abc, limit-invalid",
        "/orders?limit=99999999999999999999, limit-invalid",
        "/orders?after=nonsense, cursor-invalid",
        "/orders?after=aW52b2ljZXM6MQ, cursor-invalid",
        "/products?after=%00, text-invalid",
        "/products?text=a%00b, text-invalid",
        "/products?filter=ip, filter-invalid",
        "/products?facets=maybe, parameter-invalid",
        "/products?vendor=A%20B, parameter-invalid",
        "/products?colour=red, parameter-unknown",
        "/orders?status=lost, parameter-invalid",
        "/orders?from=yesterday, parameter-invalid",
        "/orders?limit=1&limit=2, parameter-repeated",
        "/invoices?order='%27%20OR%201=1', parameter-invalid"
    })
    void aFaultyQueryIsRefused(String path, String code) throws Exception {
        Api.Reply reply = buyer.get(path);
        reply.problem(400, code);
        assertThat(reply.pointer()).startsWith("?");
    }

    @Test
    void idsThatCannotBeAreAnsweredAsUnknown() throws Exception {
        buyer.get("/orders/a%C2%85b").problem(404, "order-not-found");
        buyer.get("/orders/" + "x".repeat(65)).problem(404, "order-not-found");
        buyer.get("/products/%C3%A6%20%22").problem(404, "product-not-found");
        buyer.get("/vendors/..%3B/parameters").problem(404, "vendor-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"æ", "SL 1", "-1", "SL-1\\u0000", "\\ud800", "<b>", "'; drop", ""})
    void aStrangeArticleNumberIsRefused(String sku) throws Exception {
        Api.Reply reply = buyer.post("/orders", order("{\"sku\":\"" + sku + "\",\"quantity\":1}", ""));
        reply.problem(422, "sku-invalid");
        assertThat(reply.pointer()).isEqualTo("/lines/0/sku");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note | a\\u0000b | text-invalid",
                "note | \\ud800 | text-invalid",
                "note | \\udc00\\ud800 | text-invalid",
                "note | \\uffff | text-invalid",
                "purchaseOrderReference | a\\r\\nX-Evil: 1 | text-invalid",
                "purchaseOrderReference | a\\u2028b | text-invalid",
                "email | a | email-invalid",
                "email | a@b | email-invalid",
                "email | a@b.no\\r\\nBcc: c@d.no | text-invalid",
                "email | a,b@c.no | email-invalid",
                "phone | call me | phone-invalid",
                "paymentMethod | cash | word-unknown",
                "acceptPrices | yes | word-unknown"
            })
    void aFaultyTextIsRefused(String field, String text, String code) throws Exception {
        String agreement = field.equals("acceptPrices") ? "" : "\"acceptPrices\":\"current\",";
        Api.Reply reply =
                buyer.post("/orders", "{\"lines\":[" + LINE + "]," + agreement + "\"" + field + "\":\"" + text + "\"}");
        reply.problem(422, code);
        assertThat(reply.pointer()).isEqualTo("/" + field);
    }

    @ParameterizedTest
    @CsvSource({"note, 2000", "purchaseOrderReference, 100", "email, 254"})
    void aTextIsBounded(String field, int longest) throws Exception {
        Api.Reply reply = buyer.post("/orders", order(LINE, ",\"" + field + "\":\"" + "å".repeat(longest + 1) + "\""));
        reply.problem(422, "text-too-long");
        assertThat(reply.pointer()).isEqualTo("/" + field);
    }

    @Test
    void aTextMayBeAsLongAsItsBoundInCharactersThatPeopleCount() throws Exception {
        assertThat(buyer.post("/orders", order(LINE, ",\"note\":\"" + "🔔".repeat(2000) + "\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void exactlyOnePriceAgreementIsAskedFor() throws Exception {
        buyer.post("/orders", "{\"lines\":[" + LINE + "]}").problem(422, "price-agreement-missing");
        buyer.post("/orders", order(LINE, ",\"priceSnapshot\":\"x\"")).problem(422, "price-agreement-ambiguous");
        buyer.post("/orders", "{\"lines\":[" + LINE + "],\"expectedTotal\":{\"amount\":1.5,\"currency\":\"NOK\"}}")
                .problem(400, "type-wrong");
        buyer.post(
                        "/orders",
                        "{\"lines\":[" + LINE + "],\"expectedTotal\":{\"amount\":\"1.555\",\"currency\":\"NOK\"}}")
                .problem(400, "type-wrong");
        buyer.post("/orders", "{\"lines\":[" + LINE + "],\"priceSnapshot\":\"a b\"}")
                .problem(422, "snapshot-invalid");
    }

    @Test
    void linesAreBoundedAndDistinct() throws Exception {
        buyer.post("/orders", "{\"lines\":[],\"acceptPrices\":\"current\"}").problem(422, "lines-missing");
        buyer.post("/orders", "{\"acceptPrices\":\"current\"}").problem(422, "lines-missing");
        buyer.post("/orders", order("null", "")).problem(422, "field-missing");
        buyer.post(
                        "/orders",
                        order(
                                String.join(
                                        ",",
                                        IntStream.range(0, 1001)
                                                .mapToObj(i -> LINE)
                                                .toList()),
                                ""))
                .problem(422, "lines-too-many");
        String named = "{\"id\":\"a\",\"sku\":\"SL-1\",\"quantity\":1}";
        buyer.post("/orders", order(named + "," + named, "")).problem(422, "line-repeated");
    }

    @Test
    void everyFaultIsToldAtOnce() throws Exception {
        Api.Reply reply = buyer.post("/orders", """
                {"lines":[{"sku":"?","quantity":0},{"quantity":1}],"currency":"XXXX","vendor":"A B","acceptPrices":"current",
                 "delivery":{"address":{"name":"A","line1":"B","postcode":"!","city":"C","country":"no"},"kind":"moon",
                   "timing":{"type":"requested","from":"2026-02-30","to":"2026-01-01"}},
                 "billing":{},"externalIds":[{"system":"erp"}]}""");
        reply.problem(422, "input-invalid");
        assertThat(reply.json().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/vendor",
                        "/currency",
                        "/lines/0/sku",
                        "/lines/0/quantity",
                        "/lines/1/sku",
                        "/delivery/kind",
                        "/delivery/timing/from",
                        "/delivery/timing/from",
                        "/delivery/address/postcode",
                        "/delivery/address/country",
                        "/billing/name",
                        "/billing/line1",
                        "/billing/postcode",
                        "/billing/city",
                        "/billing/country",
                        "/externalIds/0/value");
    }

    @Test
    void shipmentsAndChangesAreCheckedToo() throws Exception {
        staff.post("/orders/order-1/shipments", "{\"lines\":[]}").problem(422, "lines-missing");
        staff.post("/orders/order-1/shipments", "{\"shippedOn\":\"31.03.2026\"}")
                .problem(422, "date-invalid");
        staff.post(
                        "/orders/order-1/shipments",
                        "{\"parcels\":[{\"carrier\":\"P\",\"trackingUrl\":\"javascript:alert(1)\"}]}")
                .problem(422, "url-invalid");
        staff.post("/orders/order-1/cancellations", "{\"lines\":[{\"line\":\"1\",\"quantity\":1}]}")
                .problem(422, "field-missing");
        staff.post("/orders/order-1/state", "{\"state\":\"../picking\"}").problem(422, "state-unknown");
        staff.post("/orders/order-1/state", "{}").problem(422, "field-missing");
        staff.put("/vendors/lighting/parameters", "{\"key\":\"A B\",\"value\":\"1\",\"validFrom\":\"2026-04-01\"}")
                .problem(422, "parameter-unknown");
    }

    @Test
    void failuresOfTheServerAreToldWithoutTheirInside() throws Exception {
        fail(new IllegalStateException("kari@example.com"));
        assertThat(buyer.get("/orders").problem(500, "internal").toString()).doesNotContain("kari");
        fail(new StoreException(StoreException.Kind.UNAVAILABLE, "x", new IllegalStateException()));
        Api.Reply away = buyer.get("/orders");
        away.problem(503, "database-unavailable");
        assertThat(away.header("Retry-After")).isNotEmpty();
        fail(new StoreException(StoreException.Kind.NO_ROOM, "x", new IllegalStateException()));
        buyer.post("/orders", Bodies.SMALL_ORDER).problem(507, "storage-full");
        fail(new StoreException(StoreException.Kind.CONFLICT, "x", new IllegalStateException()));
        buyer.post("/orders", Bodies.SMALL_ORDER).problem(409, "conflict");
        fail(new VendorFailure(Samples.VENDOR, "lighting.loyalty 1.0.0", "PricingModule", "threw"));
        buyer.post("/prices", "{\"lines\":[" + LINE + "]}").problem(503, "vendor-failed");
    }

    private void fail(RuntimeException failure) {
        server.market().failNext(failure);
    }
}
