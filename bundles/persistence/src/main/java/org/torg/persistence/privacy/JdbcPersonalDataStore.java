package org.torg.persistence.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.Device;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderId;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;
import org.torg.persistence.upload.UploadOwners;

/** Rare questions: plain statements, each by an index, so that what is kept of others costs nothing. */
@Component(service = PersonalDataStore.class)
public final class JdbcPersonalDataStore implements PersonalDataStore {

    private final Documents documents = new Documents();
    private final PersonOrders personOrders = new PersonOrders(documents);

    @Override
    public List<SignIn> signIns(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT account, created_at, expires_at, last_used_at, device FROM sign_in WHERE person = ?"
                                        + " ORDER BY created_at",
                                user.value()),
                        row -> new SignIn(
                                row.optionalText("account").map(AccountId::new),
                                row.moment("created_at"),
                                row.moment("expires_at"),
                                row.optionalMoment("last_used_at").orElse(row.moment("created_at")),
                                row.optionalText("device").flatMap(Device::ofCode)));
    }

    @Override
    public void eraseSignIns(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM sign_in WHERE person = ?", user.value()));
        open.update(Sql.of("DELETE FROM sign_in WHERE acting_for = ?", user.value()));
        open.update(Sql.of("DELETE FROM secret WHERE subject = ?", user.value()));
        // What the person's programs have asked for, too; their tokens stay as ids without a name.
        List<String> subjects = new ArrayList<>(open.list(
                Sql.of("SELECT id FROM api_token WHERE person = ?", user.value()), row -> "token:" + row.text("id")));
        subjects.add("user:" + user.value());
        open.update(Sql.of("DELETE FROM command_reply WHERE ").addIn("subject", subjects));
    }

    @Override
    public List<Care> care(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT guardian, dependant, until_day, proof FROM guardianship WHERE guardian = ?"
                                        + " UNION SELECT guardian, dependant, until_day, proof FROM guardianship"
                                        + " WHERE dependant = ? ORDER BY guardian, dependant",
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
        eraseInvitations(tx, emails);
        open.update(Sql.of("DELETE FROM guardianship WHERE guardian = ?", id));
        open.update(Sql.of("DELETE FROM guardianship WHERE dependant = ?", id));
        open.update(Sql.of("DELETE FROM membership WHERE person = ?", id));
        open.update(Sql.of("UPDATE agreement SET manager = NULL WHERE manager = ?", id));
        open.update(Sql.of(
                "UPDATE person SET email = NULL, email_key = NULL, new_email = NULL, name = ?, phone = NULL,"
                        + " password_hash = NULL, active = FALSE, last_seen_at = NULL, version = version + 1"
                        + " WHERE id = ?",
                ERASED,
                id));
    }

    /** Of what was forgotten there is one day's. */
    @Override
    public void eraseInvitations(Tx tx, Set<String> emails) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM invitation WHERE ").addIn("email_key", emails));
        open.update(Sql.of("DELETE FROM reset_request WHERE ").addIn("LOWER(email)", emails));
    }

    @Override
    public List<Belonging> belongings(Tx tx, UserId user) {
        record Row(String account, String vendor) {}
        Map<Optional<AccountId>, Set<VendorId>> accounts = new LinkedHashMap<>();
        List<Belonging> staff = new ArrayList<>();
        List<Row> rows = OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT DISTINCT m.account, m.vendor, g.vendor AS serving FROM membership m"
                                        + " LEFT JOIN agreement g ON g.account = m.account WHERE m.person = ?"
                                        + " ORDER BY m.account, m.vendor, serving",
                                user.value()),
                        row -> new Row(
                                row.text("account"),
                                row.text("account").isEmpty()
                                        ? row.text("vendor")
                                        : row.optionalText("serving").orElse("")));
        for (Row row : rows) {
            Set<VendorId> vendors = row.vendor().isEmpty() ? Set.of() : Set.of(new VendorId(row.vendor()));
            if (row.account().isEmpty()) {
                staff.add(new Belonging(Optional.empty(), vendors));
            } else {
                accounts.computeIfAbsent(Optional.of(new AccountId(row.account())), account -> new HashSet<>())
                        .addAll(vendors);
            }
        }
        List<Belonging> all = new ArrayList<>(staff);
        accounts.forEach((account, vendors) -> all.add(new Belonging(account, vendors)));
        return all;
    }

    @Override
    public List<KnownCart> carts(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        return Steps.of(cartIds(open, user)).stream()
                .flatMap(ids -> open
                        .list(
                                Sql.of("SELECT id, vendor, account, created_at, delivery FROM cart WHERE ")
                                        .addIn("id", ids)
                                        .add(" ORDER BY id"),
                                row -> new KnownCart(
                                        row.text("id"),
                                        new VendorId(row.text("vendor")),
                                        new AccountId(row.text("account")),
                                        row.moment("created_at"),
                                        row.optionalText("delivery")
                                                .map(json -> documents.read(json, DeliveryChoice.class))))
                        .stream())
                .toList();
    }

    private static List<String> cartIds(OpenTransaction open, UserId user) {
        return open.list(
                Sql.of(
                        "SELECT id FROM cart WHERE owner = ? UNION SELECT id FROM cart WHERE acting_for = ? ORDER BY id",
                        user.value(),
                        user.value()),
                row -> row.text("id"));
    }

    @Override
    public void eraseCarts(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        for (List<String> ids : Steps.of(cartIds(open, user))) {
            List<String> unordered = open.list(
                    Sql.of("SELECT id FROM cart WHERE became_order IS NULL AND ")
                            .addIn("id", ids),
                    row -> row.text("id"));
            open.update(Sql.of("DELETE FROM cart_line WHERE ").addIn("cart", unordered));
            open.update(Sql.of("DELETE FROM cart WHERE ").addIn("id", unordered));
            UploadOwners.release(open, UploadOwners.CART, unordered, Optional.empty());
            open.update(Sql.of("UPDATE cart SET delivery = NULL WHERE ").addIn("id", ids));
        }
    }

    @Override
    public List<KnownOrder> orders(Tx tx, String person, Set<String> emails) {
        return personOrders.of(OpenTransaction.of(tx), person, emails);
    }

    @Override
    public void hold(Tx tx, String person, Set<String> emails, Collection<OrderId> orders) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("UPDATE orders SET contact_email = NULL WHERE ").addIn("contact_email", emails));
        open.update(Sql.of("DELETE FROM held_order WHERE person = ?", person));
        int[] unused = open.batch(
                "INSERT INTO held_order (person, order_id) VALUES (?, ?)",
                orders.stream()
                        .map(order -> new Object[] {person, order.value()})
                        .toList());
    }

    @Override
    public void eraseOrders(Tx tx, Collection<OrderId> orders) {
        personOrders.erase(
                OpenTransaction.of(tx), orders.stream().map(OrderId::value).toList());
    }

    @Override
    public List<KnownApproval> approvals(Tx tx, UserId user) {
        String id = user.value();
        OpenTransaction open = OpenTransaction.of(tx);
        return Steps.of(approvalIds(open, id)).stream()
                .flatMap(ids -> open
                        .list(
                                Sql.of(
                                                "SELECT id, account, asked_at, asked_by, note, reason, checkout FROM approval WHERE ")
                                        .addIn("id", ids)
                                        .add(" ORDER BY id"),
                                row -> new KnownApproval(
                                        row.text("id"),
                                        new AccountId(row.text("account")),
                                        row.moment("asked_at"),
                                        row.text("asked_by").equals(id),
                                        Optional.of(row.text("note")),
                                        row.optionalText("reason"),
                                        documents
                                                .read(row.text("checkout"), Checkout.class)
                                                .contact()))
                        .stream())
                .toList();
    }

    private static List<String> approvalIds(OpenTransaction open, String person) {
        return open.list(
                Sql.of(
                        "SELECT id FROM approval WHERE asked_by = ? UNION SELECT id FROM approval WHERE acting_for = ?"
                                + " UNION SELECT id FROM approval WHERE decided_by = ? ORDER BY id",
                        person,
                        person,
                        person),
                row -> row.text("id"));
    }

    @Override
    public void eraseApprovals(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        String id = user.value();
        for (List<String> ids : Steps.of(approvalIds(open, id))) {
            // The reason is about whom it answers as much as by whom it was written.
            open.update(Sql.of("UPDATE approval SET reason = NULL WHERE ").addIn("id", ids));
            open.update(Sql.of(
                            "UPDATE approval SET state = 'WITHDRAWN' WHERE state = 'OPEN'"
                                    + " AND (asked_by = ? OR acting_for = ?) AND ",
                            id,
                            id)
                    .addIn("id", ids));
            personOrders.eraseApprovals(
                    open,
                    Sql.of("SELECT id, checkout FROM approval WHERE (asked_by = ? OR acting_for = ?) AND ", id, id)
                            .addIn("id", ids));
        }
    }

    @Override
    public List<AuditEntry> audit(Tx tx, Set<String> subjects) {
        String entries = "SELECT id, entered_at, subject, acting_for, account, channel, request_id, command, target"
                + " FROM audit_entry WHERE ";
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(entries)
                                .addIn("subject", subjects)
                                .add(" UNION " + entries)
                                .addIn("acting_for", subjects)
                                .add(" ORDER BY id DESC"),
                        row -> new AuditEntry(
                                row.text("id"),
                                row.moment("entered_at"),
                                row.text("subject"),
                                row.optionalText("acting_for"),
                                row.optionalText("account").map(AccountId::new),
                                row.text("channel"),
                                row.text("request_id"),
                                row.text("command"),
                                row.text("target")));
    }

    @Override
    public List<AccountContact> accountContacts(Tx tx, Set<String> emails) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                        "SELECT id, customer_number FROM account WHERE id IN (SELECT account FROM account_email WHERE ")
                                .addIn("email", emails)
                                .add(") ORDER BY id"),
                        row -> new AccountContact(new AccountId(row.text("id")), row.text("customer_number")));
    }
}
