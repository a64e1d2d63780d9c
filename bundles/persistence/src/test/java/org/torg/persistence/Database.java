package org.torg.persistence;

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
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** A real database with the stores on it, started once for all tests. */
public enum Database {
    DERBY {
        @Override
        DataSource start() {
            System.setProperty("derby.stream.error.file", "target/derby.log");
            System.setProperty("derby.locks.waitTimeout", "20");
            System.setProperty("derby.locks.deadlockTimeout", "2");
            return pool("jdbc:derby:memory:torg;create=true", "torg");
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
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return pool(server.getJdbcUrl("postgres", "postgres"), "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private Open open;

    private record Open(DataSource dataSource, Statements statements, Stores stores) {}

    abstract DataSource start();

    /** The statements that the stores have sent since they were last forgotten. */
    public Statements statements() {
        return open().statements();
    }

    public Stores stores() {
        return open().stores();
    }

    /** Past the counter of statements. */
    public DataSource dataSource() {
        return open().dataSource();
    }

    private synchronized Open open() {
        if (open == null) {
            try {
                DataSource dataSource = start();
                Statements statements = new Statements();
                Stores stores = Stores.open(ProxyDataSourceBuilder.create(dataSource)
                        .listener(statements)
                        .build());
                open = new Open(dataSource, statements, stores);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return open;
    }

    /** Empties all tables but those that a migration has filled. */
    public void clean() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            statement.executeUpdate("UPDATE event_feed_head SET position = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> children = new ArrayList<>(List.of(
                "membership",
                "guardianship",
                "sign_in",
                "agreement",
                "cart_line",
                "order_line",
                "shipment",
                "import_report"));
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT);
                if (!children.contains(name)
                        && !List.of("tax_rate", "event_feed_head", "torg_schema_history")
                                .contains(name)) {
                    children.add(name);
                }
            }
        }
        return children;
    }

    static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("torg");
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }
}
