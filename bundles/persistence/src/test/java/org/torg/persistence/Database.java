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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** A real database with the stores on it, started once for all tests. */
public enum Database {
    DERBY {
        @Override
        DataSource start() {
            System.setProperty("derby.stream.error.file", "target/derby.log");
            // Each table is emptied by a statement of its own: with the usual 100 all are compiled again for each test.
            System.setProperty("derby.language.statementCacheSize", "1000");
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

    /** By migrations. */
    private static final List<String> FILLED = List.of("tax_rate", "event_feed_head", "torg_schema_history");

    private Open open;

    private record Open(DataSource dataSource, Statements statements, Stores stores, List<String> tables) {}

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
                try (Connection connection = dataSource.getConnection()) {
                    open = new Open(dataSource, statements, stores, tables(connection));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return open;
    }

    /** Tells PostgreSQL, whose plans go by statistics, how many rows there are; Derby goes by what the statements say. */
    public void analyze() throws SQLException {
        if (this == POSTGRESQL) {
            try (Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    /** Empties all tables but those that a migration has filled. */
    public void clean() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : open().tables()) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            statement.executeUpdate("UPDATE event_feed_head SET position = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All tables but those that a migration has filled, each before those to which it refers. Takes as long as a small test. */
    private static List<String> tables(Connection connection) throws SQLException {
        Map<String, Set<String>> referring = new TreeMap<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                referring.put(found.getString("TABLE_NAME"), new TreeSet<>());
            }
        }
        for (Map.Entry<String, Set<String>> table : referring.entrySet()) {
            try (ResultSet keys = connection.getMetaData().getExportedKeys(null, null, table.getKey())) {
                while (keys.next()) {
                    table.getValue().add(keys.getString("FKTABLE_NAME"));
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        referring.keySet().forEach(table -> addAfter(table, referring, ordered));
        return ordered.stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .filter(table -> !FILLED.contains(table))
                .toList();
    }

    private static void addAfter(String table, Map<String, Set<String>> referring, Set<String> ordered) {
        referring.getOrDefault(table, Set.of()).stream()
                .filter(other -> !other.equals(table))
                .forEach(other -> addAfter(other, referring, ordered));
        ordered.add(table);
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
