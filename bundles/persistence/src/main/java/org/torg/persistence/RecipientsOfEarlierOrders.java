package org.torg.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Writes for whom the orders are that were there before version 32. */
final class RecipientsOfEarlierOrders extends EarlierRows {

    private final ObjectMapper json = new ObjectMapper();

    RecipientsOfEarlierOrders() {
        super("32.1", "recipients of earlier orders");
    }

    @Override
    void fill(Connection connection) throws SQLException, IOException {
        each(
                connection,
                "SELECT id, vendor, details FROM orders WHERE id > ? AND details IS NOT NULL",
                "INSERT INTO order_recipient (recipient, order_id, vendor) VALUES (?, ?, ?)",
                (insert, order) -> {
                    for (String recipient : recipients(order.json())) {
                        insert.setString(1, recipient);
                        insert.setString(2, order.id());
                        insert.setString(3, order.owner());
                        insert.addBatch();
                    }
                });
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
