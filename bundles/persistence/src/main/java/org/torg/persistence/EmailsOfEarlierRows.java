package org.torg.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes the e-mails of orders, accounts and locations that were there before version 21 where they are looked for since. */
final class EmailsOfEarlierRows extends EarlierRows {

    private static final String ERASED = "erased";

    private final ObjectMapper json = new ObjectMapper();

    EmailsOfEarlierRows() {
        super("21.1", "emails of earlier rows");
    }

    @Override
    void fill(Connection connection) throws SQLException, IOException {
        each(
                connection,
                "SELECT id, account, snapshot FROM orders WHERE id > ?",
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
        each(connection, "SELECT id, id AS account, details FROM account WHERE id > ?", insert, (batch, account) -> {
            Set<String> emails = new TreeSet<>();
            for (JsonNode email : json.readTree(account.json()).at("/invoiceEmails")) {
                emails.add(email.asText().toLowerCase(Locale.ROOT));
            }
            for (String email : emails) {
                add(batch, account.owner(), "", email);
            }
        });
        each(connection, "SELECT id, account, details FROM location WHERE id > ?", insert, (batch, location) -> {
            String email = json.readTree(location.json()).path("email").asText("");
            if (!email.isEmpty() && !email.equals("null")) {
                add(batch, location.owner(), location.id(), email.toLowerCase(Locale.ROOT));
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
}
