package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** The server is killed in the middle of a swap: what was published serves after the start, and nothing in between. */
class RestartSwapIT {
    private static final long IN_THE_MIDST_MILLIS = 150;

    private enum Killed {
        /** While the candidate is composed and tried. */
        BEFORE_IT_IS_PUBLISHED,
        /** As soon as anybody can see that it is: most likely before its reply. */
        ONCE_IT_IS_PUBLISHED
    }

    @Test
    void afterAKillInASwapTheOldOrTheNewSetServesWhole(@TempDir Path base, @TempDir Path work) throws Exception {
        SwapModules swap = new SwapModules(base.resolve("modules"), work);
        long published;
        String version = "1.0.0";
        LaunchedServer server = start(base);
        try {
            Market market = new Market(server);
            market.importProducts(
                    market.as("staff-catalog"), Market.product("IT-KILL", "10,00", "0,1", false, "untracked", ""));
            published = modules(market).activate(swap.both(version));
            for (Killed when : Killed.values()) {
                String next = version.equals("1.0.0") ? "2.0.0" : "1.0.0";
                boolean answered = killInSwap(server, when, published, swap.both(next));

                server = start(base);
                market = new Market(server);
                JsonNode overview = modules(market).overview();
                long serving = overview.get("serving").asLong();
                System.out.println("RestartSwapIT: killed " + when + ", answered " + answered + ", generation "
                        + published + " -> " + serving);
                assertThat(serving)
                        .isEqualTo(overview.get("desired").get("generation").asLong())
                        .isBetween(
                                published + (answered || when == Killed.ONCE_IT_IS_PUBLISHED ? 1 : 0), published + 1);
                version = serving > published ? next : version;
                published = serving;
                assertThat(VendorModules.modules(overview.get("desired")))
                        .containsEntry(SwapModules.REDUCTION, version)
                        .containsEntry(SwapModules.COURIER, version);
                assertSellsAt(market, published, version);
            }
        } finally {
            server.kill();
        }
    }

    private static LaunchedServer start(Path base) {
        return new LaunchedServer(base, "--features", "torg-demo").awaitReady();
    }

    /** Answers whether the reply came before the end. */
    private static boolean killInSwap(LaunchedServer server, Killed when, long published, Path... files)
            throws Exception {
        VendorModules modules = modules(new Market(server));
        CompletableFuture<Reply> swapping =
                CompletableFuture.supplyAsync(() -> modules.tryActivate(VendorModules.names(files), List.of()));
        if (when == Killed.BEFORE_IT_IS_PUBLISHED) {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            clock.schedule(server::kill, IN_THE_MIDST_MILLIS, TimeUnit.MILLISECONDS)
                    .get();
            clock.shutdown();
        } else {
            Await.quickly("The next generation", () -> modules.generations().containsKey(published + 1));
            server.kill();
        }
        return answered(swapping);
    }

    private static VendorModules modules(Market market) {
        return new VendorModules(market.as("staff-modules"), "lighting");
    }

    private static boolean answered(CompletableFuture<Reply> swapping) throws InterruptedException, TimeoutException {
        try {
            Reply reply = swapping.get(60, TimeUnit.SECONDS);
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(UncheckedIOException.class);
            return false;
        }
    }

    private static void assertSellsAt(Market market, long generation, String version) {
        Reply reply = market.as("owner")
                .post(
                        API + "/orders",
                        Map.of("lines", List.of(Map.of("sku", "IT-KILL", "quantity", 1)), "acceptPrices", "current"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(Traces.faults(reply.json())).isEmpty();
        assertThat(reply.json().get("price").get("generation").asLong()).isEqualTo(generation);
        assertThat(Traces.versions(reply.json().get("price")))
                .containsEntry(SwapModules.REDUCTION_PART, version)
                .containsEntry(SwapModules.COURIER_PART, version);
    }
}
