package org.torg.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Writes for whom the orders are that were there before version 32. */
final class RecipientsOfEarlierOrders implements JavaMigration {

    private static final int STEP = 500;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("32.1");
    }

    @Override
    public String getDescription() {
        return "recipients of earlier orders";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        fill(context.getConnection());
    }

    /** In steps by id, so that a large table fits into the memory. */
    void fill(Connection connection) throws SQLException, IOException {
        String after = "";
        do {
            after = step(connection, after);
        } while (!after.isEmpty());
    }

    /** @return the last id; empty when there are no more */
    private String step(Connection connection, String after) throws SQLException, IOException {
        String last = "";
        int orders = 0;
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, vendor, details FROM orders WHERE id > ?"
                                + " AND details IS NOT NULL ORDER BY id FETCH FIRST " + STEP + " ROWS ONLY");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO order_recipient (recipient, order_id, vendor) VALUES (?, ?, ?)")) {
            select.setString(1, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getString(1);
                    orders++;
                    for (String recipient : recipients(rows.getString(3))) {
                        insert.setString(1, recipient);
                        insert.setString(2, last);
                        insert.setString(3, rows.getString(2));
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        return orders == STEP ? last : "";
    }

    private Set<String> recipients(String details) throws IOException {
        Set<String> recipients = new TreeSet<>();
        for (JsonNode line : json.readTree(details)) {
            String recipient = line.path("recipient").asText("");
            if (!recipient.isEmpty() && !recipient.equals("null")) {
                recipients.add(recipient);
            }
        }
        return recipients;
    }
}
