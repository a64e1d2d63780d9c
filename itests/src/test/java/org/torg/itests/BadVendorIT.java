package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** A vendor whose code throws, hangs, spins, leaks and answers nonsense harms nobody but itself. */
class BadVendorIT {
    private static final String NAME = "org.example.bad";
    private static final String TYPE = NAME + ".BadVendor";
    private static final List<String> MOODS = List.of("BAD-THROW", "BAD-ERROR", "BAD-NULL", "BAD-LEAK", "BAD-HANG");
    private static final int ORDERS = 200;

    @Test
    void theGoodVendorSellsOnWhileTheBadOneIsNamedAndCutOff(@TempDir Path base) throws Exception {
        LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady();
        try {
            Market market = new Market(server);
            Client administrator = market.as("administrator");
            VendorModules bad = new VendorModules(administrator, "bad");
            VendorModules good = new VendorModules(administrator, "lighting");
            Path folder = base.resolve("modules");

            assertThat(bad.activate(bundle(folder, "1.0.0"))).isOne();
            market.importProductsOf("bad", administrator, products());
            market.importProducts(administrator, Market.product("IT-GOOD", "10,00", "0,1", false, "untracked", ""));
            Client buyer = market.as("owner");
            assertThat(price(buyer, "BAD-OK").status()).isEqualTo(200);

            AtomicInteger sold = new AtomicInteger();
            Map<String, Object> goods =
                    Map.of("vendor", "lighting", "lines", List.of(Map.of("sku", "IT-GOOD", "quantity", 1)));
            Buyers buyers = new Buyers(buyer, 4, goods, order -> {
                assertThat(Traces.faults(order)).isEmpty();
                sold.incrementAndGet();
            });
            Replies moods = new Replies();
            try (buyers) {
                suffer(buyer, moods, bad);
                bad.activate(bundle(folder, "1.0.1"));
                spin(buyer, moods, bad);
                Await.until("Orders of the good vendor", Duration.ofMinutes(1), () -> sold.get() >= ORDERS);
            }

            System.out.println("BadVendorIT, the good one: " + buyers.replies());
            System.out.println("BadVendorIT, the bad one: " + moods);
            assertThat(buyers.faults()).isEmpty();
            assertThat(buyers.replies().refused()).isEmpty();
            assertThat(buyers.replies().failed()).isEmpty();
            assertThat(buyers.replies().unanswered()).isEmpty();
            assertThat(sold.get()).isGreaterThanOrEqualTo(ORDERS);
            assertThat(good.overview().get("parts"))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(part.get("state").asText()).isEqualTo("working"));

            assertThat(moods.failed()).containsKey("503 vendor-failed");
            assertThat(moods.failed("503 vendor-failed")).isEmpty();
            assertThat(moods.unanswered()).isEmpty();
            assertThat(moods.refused()).isEmpty();

            bad.activate(bundle(folder, "2.0.0"));
            for (String sku : List.of("BAD-OK", "BAD-SPIN", "BAD-THROW", "BAD-HANG")) {
                assertThat(price(buyer, sku).status()).as(sku).isEqualTo(200);
            }
            assertThat(parts(bad, "state")).containsExactly("working");
        } finally {
            server.kill();
        }
    }

    /** Buys of the bad vendor until its part is left alone for a while, and every mood was met. */
    private static void suffer(Client buyer, Replies replies, VendorModules bad) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(MOODS.size());
        Set<String> met = ConcurrentHashMap.newKeySet();
        for (String sku : MOODS) {
            clients.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    ask(buyer, sku, replies);
                    met.add(sku);
                }
            });
        }
        Await.until("Rest", Duration.ofMinutes(1), () -> parts(bad, "state").contains("resting"));
        Await.until("Every mood", Duration.ofMinutes(1), () -> met.size() == MOODS.size());
        clients.shutdownNow();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        JsonNode part = part(bad, "bad.moods");
        assertThat(part.get("module").asText()).isEqualTo(NAME);
        assertThat(part.get("failures").asLong()).isPositive();
        assertThat(part.get("lastFailure").get("reason").asText()).isNotBlank().doesNotContain("a vendor's exception");
    }

    /** Java cannot take back a thread that spins: after three the part is not asked any more. */
    private static void spin(Client buyer, Replies replies, VendorModules bad) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            clients.submit(() -> ask(buyer, "BAD-SPIN", replies));
        }
        Await.until(
                "Quarantine", Duration.ofMinutes(1), () -> parts(bad, "state").contains("quarantined"));
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Replies.named(price(buyer, "BAD-OK"))).isEqualTo("503 vendor-failed");
    }

    private static void ask(Client buyer, String sku, Replies replies) {
        long began = System.nanoTime();
        try {
            replies.add(sku, price(buyer, sku), System.nanoTime() - began);
        } catch (UncheckedIOException e) {
            replies.failed(e);
        }
    }

    private static JsonNode part(VendorModules modules, String name) {
        for (JsonNode part : modules.overview().get("parts")) {
            if (part.get("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("No part " + name);
    }

    private static Set<String> parts(VendorModules modules, String field) {
        return new TreeSet<>(modules.overview().get("parts").findValuesAsText(field));
    }

    private static Reply price(Client buyer, String sku) {
        return buyer.unchecked()
                .post(API + "/prices", Map.of("vendor", "bad", "lines", List.of(Map.of("sku", sku, "quantity", 1))));
    }

    private static String[] products() {
        return Stream.concat(Stream.of("BAD-OK", "BAD-SPIN"), MOODS.stream())
                .map(sku -> Market.product(sku, "10,00", "0,1", false, "untracked", ""))
                .toArray(String[]::new);
    }

    private static Path bundle(Path folder, String version) {
        return ModuleJars.build(
                folder,
                NAME,
                version,
                Map.of(TYPE, SwapModules.source(TYPE)),
                Map.of(),
                Map.of("Provide-Capability", "org.torg.vendor;org.torg.vendor=bad"));
    }
}
