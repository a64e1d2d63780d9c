package org.torg.persistence;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of this bundle, brought up to date by the versioned migrations in {@code db/migration}. */
public final class Schema {
    private static final String HISTORY = "torg_schema_history";

    private Schema() {}

    /**
     * Runs the migrations that the database has not seen.
     *
     * @throws SQLException when the database cannot be reached or a migration fails; it is then at the last version
     *     that succeeded
     */
    public static void migrate(DataSource dataSource) throws SQLException {
        Dialect dialect = Dialect.of(dataSource);
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .table(HISTORY)
                    .locations("classpath:db/migration", "classpath:" + dialect.location())
                    .failOnMissingLocations(false)
                    .placeholders(dialect.placeholders())
                    .javaMigrations(new EmailsOfEarlierRows(), new RecipientsOfEarlierOrders())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("The schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
