package org.torg.persistence.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.invoice.Invoice;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Rare questions: plain statements, some over whole tables. */
@Component(service = PersonalDataStore.class)
public final class JdbcPersonalDataStore implements PersonalDataStore {

    private final Documents documents = new Documents();

    @Override
    public List<SignIn> signIns(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT account, created_at, expires_at FROM sign_in WHERE person = ?"
                                        + " ORDER BY created_at",
                                user.value()),
                        row -> new SignIn(
                                row.optionalText("account").map(AccountId::new),
                                row.moment("created_at"),
                                row.moment("expires_at")));
    }

    @Override
    public void eraseSignIns(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM sign_in WHERE person = ? OR acting_for = ?", user.value(), user.value()));
        open.update(Sql.of("DELETE FROM secret WHERE subject = ?", user.value()));
        open.update(Sql.of("DELETE FROM command_reply WHERE subject = ?", "user:" + user.value()));
    }

    @Override
    public List<Care> care(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT guardian, dependant, until_day, proof FROM guardianship"
                                        + " WHERE guardian = ? OR dependant = ? ORDER BY guardian, dependant",
                                user.value(),
                                user.value()),
                        row -> new Care(
                                new UserId(row.text("guardian")),
                                new UserId(row.text("dependant")),
                                row.date("until_day"),
                                row.text("proof")));
    }

    @Override
    public List<Invited> invitations(Tx tx, Set<String> emails) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT email, name, phone, created_at FROM invitation WHERE ")
                                .addIn("email_key", emails)
                                .add(" ORDER BY id"),
                        row -> new Invited(
                                row.text("email"),
                                row.text("name"),
                                row.optionalText("phone"),
                                row.moment("created_at")));
    }

    @Override
    public void erasePerson(Tx tx, UserId user, Set<String> emails) {
        OpenTransaction open = OpenTransaction.of(tx);
        String id = user.value();
        open.update(Sql.of("DELETE FROM invitation WHERE ").addIn("email_key", emails));
        open.update(Sql.of("DELETE FROM reset_request WHERE ").addIn("LOWER(email)", emails));
        open.update(Sql.of("DELETE FROM guardianship WHERE guardian = ? OR dependant = ?", id, id));
        open.update(Sql.of("DELETE FROM membership WHERE person = ?", id));
        open.update(Sql.of("UPDATE agreement SET manager = NULL WHERE manager = ?", id));
        open.update(Sql.of(
                "UPDATE person SET email = NULL, email_key = NULL, new_email = NULL, name = ?, phone = NULL,"
                        + " password_hash = NULL, active = FALSE, last_seen_at = NULL, version = version + 1"
                        + " WHERE id = ?",
                ERASED,
                id));
    }

    @Override
    public List<KnownCart> carts(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT id, vendor, account, created_at, delivery FROM cart"
                                        + " WHERE owner = ? OR acting_for = ? ORDER BY id",
                                user.value(),
                                user.value()),
                        row -> new KnownCart(
                                row.text("id"),
                                new VendorId(row.text("vendor")),
                                new AccountId(row.text("account")),
                                row.moment("created_at"),
                                row.optionalText("delivery").map(json -> documents.read(json, DeliveryChoice.class))));
    }

    @Override
    public void eraseCarts(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        String id = user.value();
        String unordered = " FROM cart WHERE (owner = ? OR acting_for = ?) AND became_order IS NULL";
        open.update(Sql.of("DELETE FROM cart_line WHERE cart IN (SELECT id" + unordered + ")", id, id));
        open.update(Sql.of("DELETE" + unordered, id, id));
        open.update(Sql.of("UPDATE cart SET delivery = NULL WHERE owner = ? OR acting_for = ?", id, id));
    }

    @Override
    public List<KnownOrder> orders(Tx tx, UserId user, Set<String> emails) {
        OpenTransaction open = OpenTransaction.of(tx);
        String id = user.value();
        Sql sql = Sql.of(
                "SELECT id, order_number, vendor, account, placed_at, snapshot FROM orders"
                        + " WHERE placed_by = ? OR acting_for = ? OR approved_by = ?"
                        + " OR id IN (SELECT order_id FROM held_order WHERE person = ?)",
                id,
                id,
                id,
                id);
        like(sql, "snapshot", emails);
        List<KnownOrder> orders = new ArrayList<>();
        for (KnownOrder order : open.list(
                sql.add(" ORDER BY id"),
                row -> new KnownOrder(
                        new OrderId(row.text("id")),
                        row.text("order_number"),
                        new VendorId(row.text("vendor")),
                        new AccountId(row.text("account")),
                        row.moment("placed_at"),
                        documents.read(row.text("snapshot"), Order.Snapshot.class),
                        List.of(),
                        Optional.empty()))) {
            orders.add(withInvoices(open, order));
        }
        return orders;
    }

    private record Issued(String number, LocalDate on) {}

    private static KnownOrder withInvoices(OpenTransaction open, KnownOrder order) {
        List<Issued> issued = open.list(
                Sql.of(
                        "SELECT invoice_number, issued_on FROM invoice WHERE order_id = ? ORDER BY id",
                        order.id().value()),
                row -> new Issued(row.text("invoice_number"), row.date("issued_on")));
        return new KnownOrder(
                order.id(),
                order.number(),
                order.vendor(),
                order.account(),
                order.placedAt(),
                order.snapshot(),
                issued.stream().map(Issued::number).toList(),
                issued.stream().map(Issued::on).max(LocalDate::compareTo));
    }

    /** In a JSON document, between quotes. */
    private static void like(Sql sql, String column, Set<String> emails) {
        for (String email : emails) {
            sql.add(
                    " OR LOWER(" + column + ") LIKE ? ESCAPE '!'",
                    "%\"" + email.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "\"%");
        }
    }

    @Override
    public void hold(Tx tx, UserId user, Collection<OrderId> orders) {
        for (OrderId order : orders) {
            boolean unused = OpenTransaction.of(tx)
                    .insertIfAbsent(Sql.of(
                            "INSERT INTO held_order (person, order_id) VALUES (?, ?)", user.value(), order.value()));
        }
    }

    @Override
    public void eraseOrders(Tx tx, Collection<OrderId> orders) {
        OpenTransaction open = OpenTransaction.of(tx);
        for (OrderId order : orders) {
            String id = order.value();
            open.update(Sql.of("DELETE FROM held_order WHERE order_id = ?", id));
            open.first(Sql.of("SELECT snapshot FROM orders WHERE id = ?", id), row -> row.text("snapshot"))
                    .map(json -> documents.write(Anonymous.of(documents.read(json, Order.Snapshot.class))))
                    .ifPresent(json -> open.update(Sql.of("UPDATE orders SET snapshot = ? WHERE id = ?", json, id)));
            for (Invoice invoice : open.list(
                    Sql.of("SELECT document FROM invoice WHERE order_id = ?", id),
                    row -> documents.read(row.text("document"), Invoice.class))) {
                open.update(Sql.of(
                        "UPDATE invoice SET document = ? WHERE id = ?",
                        documents.write(Anonymous.of(invoice)),
                        invoice.id().value()));
            }
        }
    }

    @Override
    public List<KnownApproval> approvals(Tx tx, UserId user) {
        String id = user.value();
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT id, account, asked_at, asked_by, note, reason, checkout FROM approval"
                                        + " WHERE asked_by = ? OR acting_for = ? OR decided_by = ? ORDER BY id",
                                id,
                                id,
                                id),
                        row -> new KnownApproval(
                                row.text("id"),
                                new AccountId(row.text("account")),
                                row.moment("asked_at"),
                                row.text("asked_by").equals(id),
                                Optional.of(row.text("note")),
                                row.optionalText("reason"),
                                documents
                                        .read(row.text("checkout"), Checkout.class)
                                        .contact()));
    }

    @Override
    public void eraseApprovals(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        String id = user.value();
        open.update(Sql.of(
                "UPDATE approval SET state = 'WITHDRAWN' WHERE state = 'OPEN' AND (asked_by = ? OR acting_for = ?)",
                id,
                id));
        open.update(Sql.of("UPDATE approval SET reason = NULL WHERE decided_by = ?", id));
        record Asked(String id, String checkout) {}
        for (Asked asked : open.list(
                Sql.of("SELECT id, checkout FROM approval WHERE asked_by = ? OR acting_for = ?", id, id),
                row -> new Asked(row.text("id"), row.text("checkout")))) {
            open.update(Sql.of(
                    "UPDATE approval SET note = '', checkout = ? WHERE id = ?",
                    documents.write(Anonymous.of(documents.read(asked.checkout(), Checkout.class))),
                    asked.id()));
        }
    }

    @Override
    public List<AccountContact> accountContacts(Tx tx, Set<String> emails) {
        Sql sql = Sql.of("SELECT id, customer_number FROM account WHERE 1 = 0");
        like(sql, "details", emails);
        Sql locations = Sql.of("SELECT account FROM location WHERE 1 = 0");
        like(locations, "details", emails);
        OpenTransaction open = OpenTransaction.of(tx);
        Set<String> at = Set.copyOf(open.list(locations, row -> row.text("account")));
        if (!at.isEmpty()) {
            sql.add(" OR ").addIn("id", at);
        }
        return open.list(
                sql.add(" ORDER BY id"),
                row -> new AccountContact(new AccountId(row.text("id")), row.text("customer_number")));
    }
}
