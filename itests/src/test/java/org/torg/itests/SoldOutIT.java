package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.torg.itests.Client.Reply;

/** What is not there is not sold. */
@Torg
class SoldOutIT {
    private static final int CLIENTS = 64;
    private final Market market;

    SoldOutIT(Server server) {
        market = new Market(server);
    }

    @Test
    void sixtyFourBuyersOfTheLastTenGetExactlyTen() throws Exception {
        market.importProducts(
                market.as("staff-catalog"), Market.product("IT-LAST-10", "10,00", "0,1", false, "deny", "10"));
        Client buyer = market.as("owner");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            replies.add(clients.submit(() -> {
                start.await();
                return buyer.post(
                        API + "/orders",
                        Map.of(
                                "lines",
                                List.of(Map.of("sku", "IT-LAST-10", "quantity", 1)),
                                "acceptPrices",
                                "current"));
            }));
        }
        start.countDown();
        int sold = 0;
        for (Future<Reply> future : replies) {
            Reply reply = future.get();
            if (reply.status() == 201) {
                sold++;
            } else {
                assertThat(reply.status()).as(reply.body()).isEqualTo(409);
                assertThat(reply.json().get("code").asText()).isEqualTo("stock-insufficient");
            }
        }
        clients.shutdown();
        assertThat(sold).isEqualTo(10);
        assertThat(buyer.get(API + "/products/IT-LAST-10")
                        .json()
                        .get("availability")
                        .get("available")
                        .asInt())
                .isZero();
    }
}
