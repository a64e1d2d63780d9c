package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** A tenant on PostgreSQL, by one file of configuration; and its database goes away for a while. */
class PostgresIT {
    @TempDir
    private Path base;

    @Test
    void aTenantOnPostgresqlSellsAndSurvivesTheLossOfItsDatabase() throws Exception {
        Path data = base.resolve("postgres");
        EmbeddedPostgres database = postgres(data, 0);
        int port = database.getPort();
        configure(port);
        try (LaunchedServer server = new LaunchedServer(base.resolve("tenant"), "--features", "torg-postgresql,torg-demo")) {
            Market market = new Market(server);
            market.importProducts(
                    market.as("staff-catalog"), Market.product("IT-PG", "10,00", "0,1", false, "deny", "100"));
            Client buyer = market.as("owner");
            assertThat(place(buyer).status()).isEqualTo(201);

            database.close();
            Await.until("The loss", Duration.ofSeconds(60), () -> buyer.get("/system/ready").status() == 503);
            Reply refused = place(buyer);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.json().get("code").asText()).isEqualTo("database-unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(buyer.get("/system/live").status()).isEqualTo(200);

            database = postgres(data, port);
            Await.until("The return", Duration.ofSeconds(60), () -> buyer.get("/system/ready").status() == 200);
            assertThat(place(buyer).status()).isEqualTo(201);
            assertThat(buyer.get(API + "/products/IT-PG").json().get("availability").get("available").asInt())
                    .isEqualTo(98);
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** What docs/postgresql.md tells an operator to do. */
    private void configure(int port) throws IOException {
        Path home = LaunchedServer.home();
        String sample = Files.readString(home.resolve("etc/examples/postgresql.cfg"));
        Path etc = Files.createDirectories(base.resolve("tenant/etc"));
        Files.writeString(
                etc.resolve("org.ops4j.datasource-torg.cfg"),
                sample.replace("127.0.0.1:5432/torg", "127.0.0.1:" + port + "/postgres")
                        .replaceAll("(?m)^user = .*", "user = postgres")
                        .replaceAll("(?m)^password = .*", "password = postgres"));
    }

    private static Reply place(Client buyer) {
        return buyer.post(
                API + "/orders",
                Map.of("lines", List.of(Map.of("sku", "IT-PG", "quantity", 1)), "acceptPrices", "current"));
    }
}
