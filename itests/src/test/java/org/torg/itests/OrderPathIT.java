package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;
import static org.torg.itests.Market.amount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.itests.Client.Reply;

/** From the catalogue to the invoice, as a buyer and the vendor's staff do it. */
@Torg
class OrderPathIT {
    private final Market market;
    private Client buyer;
    private Client staff;

    OrderPathIT(Server server) {
        market = new Market(server);
    }

    @BeforeEach
    void goods() {
        buyer = market.as("owner");
        staff = market.as("staff-orders");
        market.importProducts(
                market.as("staff-catalog"),
                Market.product("IT-LAMP", "199,90", "0,4", false, "deny", "100000"),
                Market.product("IT-POLE", "1999,00", "9", true, "backorder", "0"),
                Market.product("IT-MADE", "33,33", "0,1", false, "untracked", ""));
    }

    @Test
    @Tag("L12")
    void aStrangerSeesProductsButNoPrice() {
        Reply list = market.stranger().get(API + "/products?category=indoor&limit=5");
        assertThat(Market.items(list)).hasSize(5);
        assertThat(list.body()).doesNotContain("\"price\"");
        assertThat(market.stranger().get(API + "/products/IT-LAMP").body()).doesNotContain("199");
        assertThat(market.stranger()
                        .post(API + "/prices", Map.of("lines", List.of(Map.of("sku", "IT-LAMP", "quantity", 1))))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theListHasFacetsAndPagesThatMeetWithoutGapOrRepeat() {
        JsonNode first = buyer.get(API + "/products?limit=200&facets=true").json();
        assertThat(first.get("facets")).isNotEmpty();
        java.util.Set<String> seen = new java.util.LinkedHashSet<>();
        String next = "";
        do {
            JsonNode page = buyer.get(API + "/products?limit=200" + next).json();
            page.get("items")
                    .forEach(item ->
                            assertThat(seen.add(item.get("sku").asText())).isTrue());
            next = page.has("next") ? "&after=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen.size()).isGreaterThanOrEqualTo(1_500);
        assertThat(java.util.List.copyOf(seen)).isSorted();
    }

    @Test
    @Tag("L55")
    @Tag("L56")
    @Tag("L57")
    void twoDeliveriesGiveTwoInvoicesThatAddUpToTheOrder() {
        JsonNode quotation = ok(buyer.post(API + "/prices", Map.of("lines", lines())), 200);
        Reply placed = buyer.post(
                API + "/orders",
                Map.of(
                        "lines",
                        lines(),
                        "priceSnapshot",
                        quotation.get("snapshot").asText(),
                        "phone",
                        "+4722334455",
                        "purchaseOrderReference",
                        "PO 4711",
                        "email",
                        "faktura@example.no"));
        JsonNode order = ok(placed, 201);
        assertThat(placed.header("Location")).endsWith(order.get("id").asText());
        assertThat(order.get("gross")).isEqualTo(quotation.get("price").get("gross"));
        assertThat(Traces.faults(order)).isEmpty();
        String id = order.get("id").asText();

        String lamp = order.get("lines").get(0).get("id").asText();
        ok(
                staff.post(
                        API + "/orders/" + id + "/shipments",
                        Map.of("lines", List.of(Map.of("line", lamp, "quantity", 3)))),
                201);
        market.invoices(buyer, id, 1);
        assertThat(buyer.get(API + "/orders/" + id).json().get("status").asText())
                .isEqualTo("in-fulfilment");
        ok(staff.post(API + "/orders/" + id + "/shipments", Map.of()), 201);

        List<JsonNode> invoices = market.invoices(buyer, id, 2);
        assertThat(buyer.get(API + "/orders/" + id).json().get("status").asText())
                .isEqualTo("completed");
        BigDecimal net = invoices.stream().map(i -> amount(i.get("net"))).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(net).isEqualByComparingTo(amount(order.get("net")));
        assertThat(invoices.get(0).get("charges").size()).isPositive();
        assertThat(invoices.get(1).get("charges")).isEmpty();
        for (JsonNode invoice : invoices) {
            assertThat(invoice.get("email").asText()).isEqualTo("faktura@example.no");
            assertThat(invoice.get("purchaseOrderReference").asText()).isEqualTo("PO 4711");
            assertThat(invoice.get("seller").toString()).contains("Foretaksregisteret", "MVA");
            assertThat(amount(invoice.get("gross")))
                    .isEqualByComparingTo(amount(invoice.get("net")).add(amount(invoice.get("vatTotal"))));
        }
        assertThat(invoices.get(1).has("vatDifference")).isTrue();
    }

    /** The check of traces finds what is wrong with one: what it says of sound ones counts. */
    @Test
    void aTraceThatDoesNotComeToThePriceIsFound() {
        Reply placed = buyer.post(
                API + "/orders", Map.of("lines", lines(), "acceptPrices", "current", "phone", "+4722334455"));
        assertThat(Traces.faults(ok(placed, 201))).isEmpty();

        ObjectNode total = (ObjectNode) placed.json();
        ((ObjectNode) total.get("gross")).put("amount", "1.00");
        assertThat(Traces.faults(total)).singleElement().asString().startsWith("gross");

        ObjectNode step = (ObjectNode) placed.json();
        ((ObjectNode) step.at("/price/trace/0/result")).put("amount", "1.00");
        assertThat(Traces.faults(step)).singleElement().asString().contains("said to give 1.00");

        ObjectNode version = (ObjectNode) placed.json();
        ((ObjectNode) version.at("/price/trace/0/module")).put("version", "another");
        assertThat(Traces.faults(version)).singleElement().asString().contains("another");
    }

    @Test
    void theCartLeadsToTheSameOrderAsTheOneCall() {
        String cart = ok(buyer.post(API + "/carts", Map.of()), 201).get("id").asText();
        for (Object line : lines()) {
            ok(buyer.post(API + "/carts/" + cart + "/lines", line), 201);
        }
        ok(buyer.put(API + "/carts/" + cart + "/delivery", Map.of("timing", Map.of("type", "in-parts"))), 200);
        JsonNode view = ok(buyer.get(API + "/carts/" + cart), 200);
        String snapshot = view.findValue("snapshot").asText();
        JsonNode order = ok(
                buyer.post(
                        API + "/carts/" + cart + "/checkout",
                        Map.of("priceSnapshot", snapshot, "phone", "+4722334455")),
                201);
        JsonNode once = ok(
                buyer.post(
                        API + "/orders",
                        Map.of(
                                "lines",
                                lines(),
                                "acceptPrices",
                                "current",
                                "phone",
                                "+4722334455",
                                "delivery",
                                Map.of("timing", Map.of("type", "in-parts")))),
                201);
        assertThat(order.get("gross")).isEqualTo(once.get("gross"));
        assertThat(buyer.post(API + "/carts/" + cart + "/lines", lines().get(0))
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("cart-closed");
    }

    @Test
    void aRepeatUnderTheSameKeyPlacesNothingNew() {
        Client keyed = buyer.with("Idempotency-Key", "it-" + System.nanoTime());
        Map<String, Object> body =
                Map.of("lines", List.of(Map.of("sku", "IT-LAMP", "quantity", 1)), "acceptPrices", "current");
        JsonNode first = ok(keyed.post(API + "/orders", body), 201);
        Reply repeat = keyed.post(API + "/orders", body);
        assertThat(ok(repeat, 201)).isEqualTo(first);
        Reply other = keyed.post(
                API + "/orders",
                Map.of("lines", List.of(Map.of("sku", "IT-LAMP", "quantity", 2)), "acceptPrices", "current"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anotherCompanysOrderAnswersAsOneThatIsNotThere() {
        String id = ok(
                        buyer.post(
                                API + "/orders",
                                Map.of(
                                        "lines",
                                        List.of(Map.of("sku", "IT-LAMP", "quantity", 1)),
                                        "acceptPrices",
                                        "current")),
                        201)
                .get("id")
                .asText();
        Client stranger = market.as("owner", 1);
        Reply foreign = stranger.get(API + "/orders/" + id);
        Reply unknown = stranger.get(API + "/orders/00000000-0000-7000-8000-000000000000");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(without(foreign)).isEqualTo(without(unknown));
    }

    @Test
    void theFeedTellsEveryEventOnce() {
        Client integration = market.as("integration");
        String id = ok(
                        buyer.post(
                                API + "/orders",
                                Map.of(
                                        "lines",
                                        List.of(Map.of("sku", "IT-LAMP", "quantity", 1)),
                                        "acceptPrices",
                                        "current")),
                        201)
                .get("id")
                .asText();
        int told = 0;
        String after = "";
        JsonNode page;
        do {
            page = ok(integration.get(API + "/events?limit=100" + after), 200);
            for (JsonNode event : page.get("events")) {
                told += event.get("subject").asText().equals(id) ? 1 : 0;
            }
            after = "&after=" + page.get("next").asText();
        } while (!page.get("events").isEmpty());
        assertThat(told).isOne();
        assertThat(buyer.get(API + "/events").status()).isEqualTo(403);
    }

    private static List<Map<String, Object>> lines() {
        return List.of(
                Map.of("sku", "IT-LAMP", "quantity", 7),
                Map.of("sku", "IT-POLE", "quantity", 2),
                Map.of("sku", "IT-MADE", "quantity", 3));
    }

    private static JsonNode ok(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply.json();
    }

    private static Map<String, JsonNode> without(Reply reply) {
        Map<String, JsonNode> fields = new java.util.TreeMap<>();
        reply.json().properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.remove("requestId");
        fields.remove("instance");
        return fields;
    }
}
