package org.torg.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A migration that reads what is written in documents of earlier rows, and writes it where it is looked for since. */
abstract class EarlierRows implements JavaMigration {

    private static final int STEP = 500;

    private final MigrationVersion version;
    private final String description;

    EarlierRows(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    /** @param owner whose the row is, in the second column */
    record Document(String id, String owner, String json) {}

    interface Writer {
        /** Adds to the batch what is to be written of a row. */
        void add(PreparedStatement batch, Document document) throws SQLException, IOException;
    }

    abstract void fill(Connection connection) throws SQLException, IOException;

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public final void migrate(Context context) throws SQLException, IOException {
        fill(context.getConnection());
    }

    /**
     * In steps by id, so that a large table fits into the memory.
     *
     * @param select id, owner and document of the rows whose id comes after the parameter
     */
    static void each(Connection connection, String select, String write, Writer writer)
            throws SQLException, IOException {
        String after = "";
        List<Document> documents;
        do {
            documents = next(connection, select, after);
            try (PreparedStatement batch = connection.prepareStatement(write)) {
                for (Document document : documents) {
                    writer.add(batch, document);
                    after = document.id();
                }
                batch.executeBatch();
            }
        } while (documents.size() == STEP);
    }

    private static List<Document> next(Connection connection, String select, String after) throws SQLException {
        List<Document> documents = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(select + " ORDER BY id FETCH FIRST " + STEP + " ROWS ONLY")) {
            statement.setString(1, after);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    documents.add(new Document(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return documents;
    }
}
