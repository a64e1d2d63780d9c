package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;
import static org.torg.itests.Market.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** What Torg exists for: pricing and shipping are swapped while orders come in, and nobody notices but by the price. */
class SwapIT {
    private static final int CLIENTS = 8;
    private static final int SWAPS = 100;
    private static final int WARM = 20;
    private static final int NEW_VERSIONS = 24;

    /** A leak would be two for each swap; a few bundles of third parties load their first class late. */
    private static final long LOADERS_SLACK = 10;

    /** Two leaked bundles take some twenty for each swap. */
    private static final long METASPACE_SLACK_KIB = 1024;

    private static final Map<String, Object> GOODS = Map.of(
            "lines",
            List.of(Map.of("sku", "IT-SWAP", "quantity", 3), Map.of("sku", "IT-SWAP-2", "quantity", 1)),
            "delivery",
            Map.of("option", SwapModules.OPTION));

    @TempDir
    private static Path base;

    @TempDir
    private static Path work;

    private static LaunchedServer server;
    private static SwapModules swap;
    private static VendorModules modules;
    private static Market market;
    private static Client buyer;

    /** What an order says about how it was priced. */
    private record Placed(long generation, String reduction, String courier) {}

    /** Checks each order, and keeps what it says. */
    private static final class Sold implements Consumer<JsonNode> {
        private final Queue<Placed> orders = new ConcurrentLinkedQueue<>();
        private final AtomicLong newest = new AtomicLong();

        @Override
        public void accept(JsonNode json) {
            Placed order = check(json);
            orders.add(order);
            newest.accumulateAndGet(order.generation(), Math::max);
        }
    }

    @BeforeAll
    static void start() {
        server = new LaunchedServer(base, "--features", "torg-demo").awaitReady();
        swap = new SwapModules(base.resolve("modules"), work);
        market = new Market(server);
        market.importProducts(
                market.as("staff-catalog"),
                Market.product("IT-SWAP", "199,90", "0,1", false, "untracked", ""),
                Market.product("IT-SWAP-2", "33,33", "0,1", false, "untracked", ""));
        modules = new VendorModules(market.as("staff-modules"), "lighting");
        buyer = market.as("owner");
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void aHundredSwapsUnderLoadFailNoRequestAndMixNoPrices() {
        reprice(false);
        Path[][] versions = {swap.both("1.0.0"), swap.both("2.0.0")};
        modules.activate(versions[1]);
        Sold placed = new Sold();
        Jvm jvm = new Jvm(server.pid());
        Jvm.Held warm;

        // Half of the swaps under a vendor that honours what it has shown: no 4xx whatever ...
        Buyers honoured = new Buyers(buyer, CLIENTS, GOODS, placed);
        try (honoured) {
            alternate(0, WARM, placed, version -> modules.activate(versions[version]));
            warm = held(jvm);
            alternate(WARM, SWAPS / 2, placed, version -> modules.activate(versions[version]));
            Quotation shown = quote();
            modules.activate(versions[0]);
            Reply ordered = orderAt(shown);
            assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
            assertThat(ordered.json().get("gross")).isEqualTo(shown.gross());
        }
        tell("honoured", honoured);
        assertThat(honoured.faults()).isEmpty();
        assertThat(honoured.replies().refused()).isEmpty();
        assertThat(honoured.replies().failed()).isEmpty();
        assertThat(honoured.replies().unanswered()).isEmpty();

        // ... and half under one that prices anew: a changed price is told, and the new one is confirmed. Here earlier
        // generations are chosen again.
        reprice(true);
        long[] generations = {modules.activate(versions[0]), modules.activate(versions[1])};
        Buyers repriced = new Buyers(buyer, CLIENTS, GOODS, placed);
        try (repriced) {
            alternate(SWAPS / 2, SWAPS, placed, version -> modules.rollback(generations[version]));
            Quotation shown = quote();
            modules.rollback(generations[0]);
            assertTellsTheDifference(orderAt(shown));
        }
        tell("priced anew", repriced);
        assertThat(repriced.faults()).isEmpty();
        assertThat(repriced.replies().refused(Buyers.PRICE_CHANGED)).isEmpty();
        assertThat(repriced.replies().failed()).isEmpty();
        assertThat(repriced.replies().unanswered()).isEmpty();
        assertThat(repriced.replies().of(Buyers.PRICE_CHANGED)).isPositive();
        reprice(false);

        assertOfPublishedSets(placed);
        assertFlat(warm, held(jvm));
    }

    @Test
    void everNewVersionsLeaveNothingBehind() {
        Jvm jvm = new Jvm(server.pid());
        for (int i = 0; i < NEW_VERSIONS / 4; i++) {
            modules.activate(swap.both("1.1." + i));
        }
        Jvm.Held warm = held(jvm);
        for (int i = NEW_VERSIONS / 4; i < NEW_VERSIONS; i++) {
            modules.activate(swap.both("1.1." + i));
        }
        assertFlat(warm, held(jvm));
        Reply ordered = orderAt(quote());
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
        assertThat(check(ordered.json()).reduction()).isEqualTo("1.1." + (NEW_VERSIONS - 1));
    }

    /** Swaps; each generation gets to serve some orders, so that a swap meets all stages of a checkout. */
    private static void alternate(int from, int to, Sold placed, IntToLongFunction swap) {
        for (int i = from; i < to; i++) {
            long generation = swap.applyAsLong(i % 2);
            Await.quickly("An order of generation " + generation, () -> placed.newest.get() >= generation);
        }
    }

    private record Quotation(String snapshot, JsonNode gross) {}

    private static Quotation quote() {
        Reply reply =
                buyer.post(API + "/prices", Map.of("lines", GOODS.get("lines"), "deliveryOption", SwapModules.OPTION));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode quotation = reply.json();
        return new Quotation(
                quotation.get("snapshot").asText(), quotation.get("price").get("gross"));
    }

    private static Reply orderAt(Quotation shown) {
        return buyer.post(
                API + "/orders",
                Map.of(
                        "lines",
                        GOODS.get("lines"),
                        "delivery",
                        GOODS.get("delivery"),
                        "priceSnapshot",
                        shown.snapshot()));
    }

    /** Each line that costs something else now, and the freight. */
    private static void assertTellsTheDifference(Reply reply) {
        assertThat(Replies.named(reply)).isEqualTo(Buyers.PRICE_CHANGED);
        assertThat(reply.json().get("errors").findValuesAsText("pointer")).contains("/lines/0", "/lines/1");
    }

    private static Placed check(JsonNode order) {
        assertThat(Traces.faults(order)).isEmpty();
        JsonNode price = order.get("price");
        Map<String, String> versions = Traces.versions(price);
        String reduction = versions.get(SwapModules.REDUCTION_PART);
        String courier = versions.get(SwapModules.COURIER_PART);
        for (JsonNode step : price.get("trace")) {
            String module = step.get("module").get("name").asText();
            if (module.equals(SwapModules.REDUCTION_PART)) {
                assertThat(new BigDecimal(step.get("value").get("percent").asText()))
                        .isEqualByComparingTo(BigDecimal.valueOf(-SwapModules.percent(reduction)));
            } else if (module.equals(SwapModules.COURIER_PART)) {
                assertThat(amount(step.get("result")))
                        .isEqualByComparingTo(BigDecimal.valueOf(SwapModules.freight(courier)));
            }
        }
        assertThat(price.get("trace").findValuesAsText("rule")).contains("reduction.line", "courier.option");
        return new Placed(price.get("generation").asLong(), reduction, courier);
    }

    private static void assertOfPublishedSets(Sold placed) {
        Map<Long, Map<String, String>> published = modules.generations();
        Set<String> sold = new TreeSet<>();
        for (Placed order : Set.copyOf(placed.orders)) {
            sold.add(order.reduction());
            assertThat(published.get(order.generation()))
                    .as("Generation " + order.generation())
                    .containsEntry(SwapModules.REDUCTION, order.reduction())
                    .containsEntry(SwapModules.COURIER, order.courier());
        }
        assertThat(sold).containsExactly("1.0.0", "2.0.0");
    }

    private static Jvm.Held held(Jvm jvm) {
        modules.awaitDrained();
        return jvm.collect();
    }

    private static void assertFlat(Jvm.Held before, Jvm.Held after) {
        System.out.println("SwapIT: " + before + ", after more swaps " + after);
        assertThat(after.bundleLoaders()).isLessThan(before.bundleLoaders() + LOADERS_SLACK);
        assertThat(after.metaspaceKiB()).isLessThan(before.metaspaceKiB() + METASPACE_SLACK_KIB);
    }

    private static void reprice(boolean wanted) {
        Reply reply = market.as("administrator")
                .put(
                        API + "/vendors/lighting/parameters",
                        Map.of(
                                "key",
                                "pricing.reprice-after-change",
                                "value",
                                Boolean.toString(wanted),
                                "validFrom",
                                LocalDate.now(ZoneId.of("Europe/Oslo")).toString()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void tell(String what, Buyers buyers) {
        System.out.println("SwapIT, " + what + ": " + buyers.replies());
    }
}
