package org.torg.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Writes the e-mails of orders, accounts and locations that were there before version 21 where they are looked for since. */
final class EmailsOfEarlierRows implements JavaMigration {

    private static final int STEP = 500;
    private static final String ERASED = "erased";

    private final ObjectMapper json = new ObjectMapper();

    private record Document(String id, String account, String json) {}

    private interface Store {
        void add(PreparedStatement statement, Document document) throws SQLException, IOException;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("21.1");
    }

    @Override
    public String getDescription() {
        return "emails of earlier rows";
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
        Connection connection = context.getConnection();
        each(
                connection,
                "SELECT id, account, snapshot FROM orders",
                "UPDATE orders SET contact_email = ? WHERE id = ?",
                (update, order) -> {
                    String email =
                            json.readTree(order.json()).at("/contact/email").asText();
                    if (!email.isEmpty() && !email.equals(ERASED)) {
                        update.setString(1, email.toLowerCase(Locale.ROOT));
                        update.setString(2, order.id());
                        update.addBatch();
                    }
                });
        String insert = "INSERT INTO account_email (account, location, email) VALUES (?, ?, ?)";
        each(connection, "SELECT id, id AS account, details FROM account", insert, (statement, account) -> {
            Set<String> emails = new TreeSet<>();
            for (JsonNode email : json.readTree(account.json()).at("/invoiceEmails")) {
                emails.add(email.asText().toLowerCase(Locale.ROOT));
            }
            for (String email : emails) {
                add(statement, account.account(), "", email);
            }
        });
        each(connection, "SELECT id, account, details FROM location", insert, (statement, location) -> {
            String email = json.readTree(location.json()).path("email").asText("");
            if (!email.isEmpty() && !email.equals("null")) {
                add(statement, location.account(), location.id(), email.toLowerCase(Locale.ROOT));
            }
        });
    }

    private static void add(PreparedStatement insert, String account, String location, String email)
            throws SQLException {
        insert.setString(1, account);
        insert.setString(2, location);
        insert.setString(3, email);
        insert.addBatch();
    }

    /** In steps by id, so that a large table fits into the memory. */
    private static void each(Connection connection, String select, String write, Store store)
            throws SQLException, IOException {
        String after = "";
        List<Document> documents;
        do {
            documents = next(connection, select, after);
            try (PreparedStatement statement = connection.prepareStatement(write)) {
                for (Document document : documents) {
                    store.add(statement, document);
                    after = document.id();
                }
                statement.executeBatch();
            }
        } while (documents.size() == STEP);
    }

    private static List<Document> next(Connection connection, String select, String after) throws SQLException {
        List<Document> documents = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(select + " WHERE id > ? ORDER BY id FETCH FIRST " + STEP + " ROWS ONLY")) {
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
