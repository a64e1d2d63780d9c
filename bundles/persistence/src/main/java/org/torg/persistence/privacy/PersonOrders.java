package org.torg.persistence.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.torg.api.account.AccountId;
import org.torg.api.invoice.Invoice;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.store.PersonalDataStore.KnownOrder;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** The orders in which a person is named. Finding costs one statement and two for each 256, erasing at most nine for each 256. */
final class PersonOrders {

    private final Documents documents;

    PersonOrders(Documents documents) {
        this.documents = documents;
    }

    /** A document and whose it is. */
    private record Text(String id, String json) {}

    private record Issued(String order, String number, LocalDate on) {}

    List<KnownOrder> of(OpenTransaction open, String person, Set<String> emails) {
        // Joined, not or-ed: each part is read from an index of its own, on Derby too.
        List<String> ids = open.list(
                Sql.of(
                                "SELECT id FROM orders WHERE placed_by = ?"
                                        + " UNION SELECT id FROM orders WHERE acting_for = ?"
                                        + " UNION SELECT id FROM orders WHERE approved_by = ?"
                                        + " UNION SELECT order_id AS id FROM held_order WHERE person = ?"
                                        + " UNION SELECT id FROM orders WHERE ",
                                person,
                                person,
                                person,
                                person)
                        .addIn("contact_email", emails)
                        .add(" ORDER BY id"),
                row -> row.text("id"));
        List<KnownOrder> found = new ArrayList<>();
        for (List<String> step : Steps.of(ids)) {
            Map<String, List<Issued>> invoices = new HashMap<>();
            open.list(
                            Sql.of("SELECT order_id, invoice_number, issued_on FROM invoice WHERE ")
                                    .addIn("order_id", step)
                                    .add(" ORDER BY id"),
                            row -> new Issued(row.text("order_id"), row.text("invoice_number"), row.date("issued_on")))
                    .forEach(one -> invoices.computeIfAbsent(one.order(), order -> new ArrayList<>())
                            .add(one));
            found.addAll(open.list(
                    Sql.of("SELECT id, order_number, vendor, account, placed_at, snapshot FROM orders WHERE ")
                            .addIn("id", step)
                            .add(" ORDER BY id"),
                    row -> {
                        List<Issued> issued = invoices.getOrDefault(row.text("id"), List.of());
                        return new KnownOrder(
                                new OrderId(row.text("id")),
                                row.text("order_number"),
                                new VendorId(row.text("vendor")),
                                new AccountId(row.text("account")),
                                row.moment("placed_at"),
                                documents.read(row.text("snapshot"), Order.Snapshot.class),
                                issued.stream().map(Issued::number).toList(),
                                issued.stream().map(Issued::on).max(Comparator.naturalOrder()));
                    }));
        }
        return found;
    }

    void erase(OpenTransaction open, List<String> orders) {
        for (List<String> step : Steps.of(orders)) {
            open.update(Sql.of("DELETE FROM held_order WHERE ").addIn("order_id", step));
            rewrite(
                    open,
                    Sql.of("SELECT id, snapshot AS json FROM orders WHERE ").addIn("id", step),
                    json -> documents.write(Anonymous.of(documents.read(json, Order.Snapshot.class))),
                    "UPDATE orders SET contact_email = NULL, snapshot = ? WHERE id = ?");
            rewrite(
                    open,
                    Sql.of("SELECT id, document AS json FROM invoice WHERE ").addIn("order_id", step),
                    json -> documents.write(Anonymous.of(documents.read(json, Invoice.class))),
                    "UPDATE invoice SET document = ? WHERE id = ?");
            open.update(Sql.of("UPDATE approval SET reason = NULL WHERE ").addIn("order_id", step));
            eraseApprovals(
                    open, Sql.of("SELECT id, checkout FROM approval WHERE ").addIn("order_id", step));
        }
    }

    /** @param which selects id and checkout */
    void eraseApprovals(OpenTransaction open, Sql which) {
        List<Object[]> rows = open.list(which, row -> new Object[] {
            documents.write(Anonymous.of(documents.read(row.text("checkout"), Checkout.class))), row.text("id")
        });
        int[] unused = open.batch("UPDATE approval SET note = '', checkout = ? WHERE id = ?", rows);
    }

    private interface Rewriting {
        String of(String json);
    }

    private static void rewrite(OpenTransaction open, Sql which, Rewriting rewriting, String update) {
        List<Text> texts = open.list(which, row -> new Text(row.text("id"), row.text("json")));
        int[] unused = open.batch(
                update,
                texts.stream()
                        .map(text -> new Object[] {rewriting.of(text.json()), text.id()})
                        .toList());
    }
}
