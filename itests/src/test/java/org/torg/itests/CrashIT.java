package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** The server is killed while orders come in; what it had said stays true, and nothing is half done. */
class CrashIT {
    private static final int STOCK = 100_000;

    @TempDir
    private Path base;

    @Test
    void afterAKillEveryAnsweredOrderIsThereOnceAndStockAgrees() throws Exception {
        Map<String, String> answered = new ConcurrentHashMap<>();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady()) {
            Market market = new Market(server);
            market.importProducts(
                    market.as("staff-catalog"),
                    Market.product("IT-CRASH", "10,00", "0,1", false, "deny", Integer.toString(STOCK)));
            Client buyer = market.as("owner");
            ExecutorService clients = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 4; i++) {
                int number = i;
                clients.submit(() -> order(buyer, "crash-" + number + "-", answered, unanswered));
            }
            Await.until("Forty orders", Duration.ofSeconds(60), () -> answered.size() >= 40);
            server.kill();
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady()) {
            Market market = new Market(server);
            Client buyer = market.as("owner");
            answered.forEach((key, id) -> {
                assertThat(buyer.get(API + "/orders/" + id).status()).isEqualTo(200);
                assertThat(place(buyer, key).json().get("id").asText()).isEqualTo(id);
            });
            for (String key : unanswered) {
                assertThat(place(buyer, key).status()).isEqualTo(201);
            }
            int available = buyer.get(API + "/products/IT-CRASH")
                    .json()
                    .get("availability")
                    .get("available")
                    .asInt();
            assertThat(available).isEqualTo(STOCK - answered.size() - unanswered.size());
        }
    }

    private static void order(Client buyer, String prefix, Map<String, String> answered, Queue<String> unanswered) {
        for (int i = 0; ; i++) {
            String key = prefix + i;
            try {
                Reply reply = place(buyer, key);
                if (reply.status() != 201) {
                    throw new AssertionError(reply.body());
                }
                answered.put(key, reply.json().get("id").asText());
            } catch (UncheckedIOException e) {
                unanswered.add(key);
                return;
            }
        }
    }

    private static Reply place(Client buyer, String key) {
        return buyer.with("Idempotency-Key", key)
                .post(
                        API + "/orders",
                        Map.of("lines", List.of(Map.of("sku", "IT-CRASH", "quantity", 1)), "acceptPrices", "current"));
    }
}
