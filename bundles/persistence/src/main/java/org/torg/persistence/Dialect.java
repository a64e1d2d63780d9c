package org.torg.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** What the migrations must say differently to each database: one SQL file serves both through placeholders. */
enum Dialect {
    DERBY(Map.of("text", "CLOB", "binary", "")),
    POSTGRESQL(Map.of("text", "TEXT", "binary", " COLLATE \"C\""));

    private final Map<String, String> placeholders;

    Dialect(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Values of the placeholders in a migration: {@code ${text}} is the type of a text without a bound,
     * {@code ${binary}} makes a column compare by code point.
     */
    Map<String, String> placeholders() {
        return placeholders;
    }

    /** The folder of migrations that only this database has. */
    String location() {
        return "db/migration-" + name().toLowerCase(Locale.ROOT);
    }

    static Dialect of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "Apache Derby" -> DERBY;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new SQLException("The database " + product + " is not supported");
            };
        }
    }
}
