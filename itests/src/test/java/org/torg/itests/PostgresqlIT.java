package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

class PostgresqlIT {
    private static final String CONFIGURATION = "etc/org.ops4j.datasource-torg.cfg";

    @Test
    void oneFileSwitchesATenantToPostgresqlWhichMayComeLaterAndGo(@TempDir Path base, @TempDir Path database)
            throws IOException, SQLException {
        int port = Ports.free();
        Files.createDirectories(base.resolve("etc"));
        Files.writeString(base.resolve(CONFIGURATION), example(port));

        try (LaunchedServer server = new LaunchedServer(base)) {
            server.awaitReady(503);
            assertThat(server.client().get("/system/live").status()).isEqualTo(200);

            try (EmbeddedPostgres postgresql = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setOverrideWorkingDirectory(database.toFile())
                    .start()) {
                server.awaitReady();
                assertThat(migrations(postgresql)).isPositive();
                assertThat(base.resolve("data/derby")).doesNotExist();
            }

            server.awaitReady(503);
            JsonNode problem = server.client().get("/system/ready").json();
            assertThat(problem.get("code").asText()).isEqualTo("not-ready");
            assertThat(problem.get("errors").findValuesAsText("code")).containsExactly("database");
        }
    }

    private static String example(int port) throws IOException {
        return Files.readString(LaunchedServer.home().resolve("etc/examples/postgresql.cfg"))
                .replace("127.0.0.1:5432/torg", "127.0.0.1:" + port + "/postgres")
                .replace("user = torg", "user = postgres")
                .replace("databaseName = torg", "databaseName = postgres");
    }

    private static int migrations(EmbeddedPostgres postgresql) throws SQLException {
        try (Connection connection = postgresql.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM torg_schema_history WHERE success = TRUE")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void aTenantOnPostgresqlSellsAndSurvivesTheLossOfItsDatabase(@TempDir Path base, @TempDir Path data)
            throws IOException {
        int port = Ports.free();
        EmbeddedPostgres database = postgres(data, port);
        Files.createDirectories(base.resolve("etc"));
        Files.writeString(base.resolve(CONFIGURATION), example(port));
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady()) {
            Market market = new Market(server);
            market.importProducts(
                    market.as("staff-catalog"), Market.product("IT-PG", "10,00", "0,1", false, "deny", "100"));
            Client buyer = market.as("owner");
            assertThat(place(buyer).status()).isEqualTo(201);

            database.close();
            Await.until(
                    "The loss",
                    Duration.ofSeconds(60),
                    () -> buyer.get("/system/ready").status() == 503);
            Reply refused = place(buyer);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.json().get("code").asText()).isEqualTo("database-unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(buyer.get("/system/live").status()).isEqualTo(200);

            database = postgres(data, port);
            Await.until(
                    "The return",
                    Duration.ofSeconds(60),
                    () -> buyer.get("/system/ready").status() == 200);
            assertThat(place(buyer).status()).isEqualTo(201);
            assertThat(buyer.get(API + "/products/IT-PG")
                            .json()
                            .get("availability")
                            .get("available")
                            .asInt())
                    .isEqualTo(98);
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        return builder.setPort(port).start();
    }

    private static Reply place(Client buyer) {
        return buyer.post(
                API + "/orders",
                Map.of("lines", List.of(Map.of("sku", "IT-PG", "quantity", 1)), "acceptPrices", "current"));
    }
}
