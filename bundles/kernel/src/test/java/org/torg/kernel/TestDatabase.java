package org.torg.kernel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.torg.persistence.Stores;

/** The databases on which the kernel runs, each started once for all tests. */
public enum TestDatabase {
    DERBY {
        @Override
        DataSource start() {
            System.setProperty("derby.stream.error.file", "target/derby.log");
            System.setProperty("derby.locks.waitTimeout", "30");
            System.setProperty("derby.locks.deadlockTimeout", "2");
            return pool("jdbc:derby:memory:kernel;create=true", "torg");
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "120")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return pool(server.getJdbcUrl("postgres", "postgres"), "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final Set<String> FILLED_BY_MIGRATION =
            Set.of("tax_rate", "event_feed_head", "torg_schema_history", "flyway_schema_history");

    /** Deleted before what they refer to. */
    private static final List<String> CHILDREN =
            List.of("membership", "sign_in", "agreement", "cart_line", "order_line", "shipment", "import_report");

    private Optional<Open> open = Optional.empty();

    private record Open(DataSource dataSource, SentStatements statements, Stores stores) {}

    abstract DataSource start();

    public Stores stores() {
        return open().stores();
    }

    public SentStatements statements() {
        return open().statements();
    }

    /** Empties all tables but those that a migration has filled. */
    public void clean() {
        try (Connection connection = open().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Open open() {
        if (open.isEmpty()) {
            try {
                DataSource dataSource = start();
                SentStatements statements = new SentStatements();
                Stores stores = Stores.open(ProxyDataSourceBuilder.create(dataSource)
                        .listener(statements)
                        .afterMethod(statements::called)
                        .build());
                open = Optional.of(new Open(dataSource, statements, stores));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return open.get();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(CHILDREN);
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!tables.contains(name) && !FILLED_BY_MIGRATION.contains(name)) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static DataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("torg");
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
