package org.torg.persistence.request;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.UserId;
import org.torg.api.store.RequestStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; those that read requests cost two, as does {@code step}. */
@Component(service = RequestStore.class)
public final class JdbcRequestStore implements RequestStore {

    private static final String REQUEST =
            "SELECT r.id, r.kind, r.content, r.vendor, r.account, r.person, r.acting_for, r.matched, r.state,"
                    + " r.asked_at, r.version, r.open_key FROM customer_request r WHERE ";
    private static final String REGISTRATION =
            "SELECT id, vendor, content, created_at, expires_at FROM registration WHERE ";

    @Override
    public void insert(Tx tx, RequestRow request, Optional<AddressKeys> addresses) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO customer_request (id, kind, content, vendor, account, person, acting_for, matched,"
                                + " state, asked_at, version, open_key, address_key, new_address_key)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        request.id(),
                        request.kind(),
                        request.content(),
                        Sql.text(request.vendor().map(VendorId::value)),
                        Sql.text(request.account().map(AccountId::value)),
                        person(request.by()),
                        person(request.actingFor()),
                        person(request.matched()),
                        request.state().name(),
                        request.askedAt(),
                        request.version(),
                        request.openKey(),
                        Sql.text(addresses.map(AddressKeys::known)),
                        Sql.text(addresses.map(AddressKeys::wanted))));
    }

    @Override
    public Optional<RequestRow> request(Tx tx, String id) {
        return rows(tx, Sql.of(REQUEST + "r.id = ?", id)).stream().findFirst();
    }

    @Override
    public List<RequestRow> find(Tx tx, Filter filter, Optional<String> beforeId, int limit) {
        Sql sql = Sql.of(REQUEST);
        whose(sql, filter);
        filter.state().ifPresent(state -> sql.add(" AND r.state = ?", state.name()));
        beforeId.ifPresent(id -> sql.add(" AND r.id < ?", id));
        return rows(tx, sql.add(" ORDER BY r.id DESC").limit(limit));
    }

    private static void whose(Sql sql, Filter filter) {
        if (filter.all()) {
            sql.add("1 = 1");
            return;
        }
        sql.add("(1 = 0");
        filter.by().ifPresent(by -> {
            sql.add(" OR (r.person = ?", by.value());
            filter.within().ifPresent(within -> sql.add(" AND (r.account IS NULL OR r.account = ?)", within.value()));
            sql.add(")");
        });
        filter.account().ifPresent(account -> sql.add(" OR r.account = ?", account.value()));
        if (!filter.vendors().isEmpty()) {
            List<String> vendors = values(filter.vendors());
            sql.add(" OR ").addIn("r.vendor", vendors);
            sql.add(" OR EXISTS (SELECT 1 FROM agreement g WHERE g.account = r.account AND ")
                    .addIn("g.vendor", vendors)
                    .add(") OR (r.account IS NOT NULL AND NOT EXISTS"
                            + " (SELECT 1 FROM agreement g WHERE g.account = r.account))");
        }
        sql.add(")");
    }

    @Override
    public int open(Tx tx, AccountId account, String kind) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT COUNT(*) AS total FROM customer_request"
                                        + " WHERE account = ? AND kind = ? AND state = 'OPEN'",
                                account.value(),
                                kind),
                        row -> row.integer("total"))
                .orElse(0);
    }

    @Override
    public boolean isOpen(Tx tx, String openKey) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT id FROM customer_request WHERE open_key = ? AND state = 'OPEN'", openKey),
                        row -> row.text("id"))
                .isPresent();
    }

    @Override
    public void step(Tx tx, RequestRow before, Optional<UserId> matched, StepRow step) {
        OpenTransaction open = OpenTransaction.of(tx);
        int updated = open.update(Sql.of(
                "UPDATE customer_request SET state = ?, matched = ?, version = ?, open_key = ?"
                        + " WHERE id = ? AND version = ?",
                step.state().name(),
                person(matched),
                before.version() + 1,
                step.state() == State.OPEN ? before.openKey() : before.id(),
                before.id(),
                before.version()));
        if (updated == 0) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "the request has another version", new IllegalStateException());
        }
        open.update(Sql.of(
                "INSERT INTO customer_request_step (request, running, happened_at, person, state, reason, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                before.id(),
                before.version(),
                step.at(),
                person(step.by()),
                step.state().name(),
                Sql.text(step.reason()),
                Sql.text(step.note())));
    }

    @Override
    public List<RequestRow> about(Tx tx, UserId person) {
        return rows(
                tx,
                Sql.of(
                        REQUEST + "r.id IN (SELECT id FROM customer_request WHERE person = ?"
                                + " UNION SELECT id FROM customer_request WHERE matched = ?"
                                + " UNION SELECT id FROM customer_request WHERE acting_for = ?) ORDER BY r.id",
                        person.value(),
                        person.value(),
                        person.value()));
    }

    @Override
    public List<RequestRow> ofAddress(Tx tx, Collection<String> addressKeys) {
        return rows(
                tx,
                Sql.of(REQUEST + "r.id IN (SELECT id FROM customer_request WHERE ")
                        .addIn("address_key", addressKeys)
                        .add(" UNION SELECT id FROM customer_request WHERE ")
                        .addIn("new_address_key", addressKeys)
                        .add(") ORDER BY r.id"));
    }

    @Override
    public void delete(Tx tx, String id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM customer_request WHERE id = ?", id));
    }

    @Override
    public List<VendorId> vendors(Tx tx, AccountId account) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT vendor FROM agreement WHERE account = ? ORDER BY vendor", account.value()),
                        row -> new VendorId(row.text("vendor")));
    }

    @Override
    public boolean isServed(Tx tx, UserId person, Collection<VendorId> vendors) {
        Sql sql = Sql.of(
                        "SELECT m.person FROM membership m LEFT JOIN agreement g ON g.account = m.account"
                                + " WHERE m.person = ? AND m.account <> '' AND (g.vendor IS NULL OR ",
                        person.value())
                .addIn("g.vendor", values(vendors))
                .add(")")
                .limit(1);
        return OpenTransaction.of(tx).first(sql, row -> row.text("person")).isPresent();
    }

    @Override
    public Optional<Addressee> addressee(Tx tx, UserId person) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT id, email, name, language FROM person WHERE id = ? AND email IS NOT NULL",
                                person.value()),
                        row -> new Addressee(
                                new UserId(row.text("id")), row.text("email"), row.text("name"), row.text("language")));
    }

    @Override
    public Optional<AccountId> company(Tx tx, String country, String organisationNumber) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                        "SELECT id FROM account WHERE organisation_number = ? AND country = ? ORDER BY id",
                                        organisationNumber,
                                        country)
                                .limit(1),
                        row -> new AccountId(row.text("id")));
    }

    @Override
    public void insert(Tx tx, RegistrationRow registration, Optional<String> addressKey) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO registration (id, vendor, content, created_at, expires_at, address_key)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        registration.id(),
                        registration.vendor().value(),
                        registration.content(),
                        registration.createdAt(),
                        registration.expiresAt(),
                        Sql.text(addressKey)));
    }

    @Override
    public List<RegistrationRow> registrations(Tx tx, Collection<String> addressKeys) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(REGISTRATION).addIn("address_key", addressKeys).add(" ORDER BY id"),
                        JdbcRequestStore::registration);
    }

    @Override
    public List<RegistrationRow> registrations(
            Tx tx, Optional<List<VendorId>> vendors, Instant now, Optional<String> beforeId, int limit) {
        Sql sql = Sql.of(REGISTRATION + "expires_at > ?", now);
        vendors.ifPresent(some -> sql.add(" AND ").addIn("vendor", values(some)));
        beforeId.ifPresent(id -> sql.add(" AND id < ?", id));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), JdbcRequestStore::registration);
    }

    @Override
    public Optional<RegistrationRow> registration(Tx tx, String id) {
        return OpenTransaction.of(tx).first(Sql.of(REGISTRATION + "id = ?", id), JdbcRequestStore::registration);
    }

    private static RegistrationRow registration(Row row) throws SQLException {
        return new RegistrationRow(
                row.text("id"),
                new VendorId(row.text("vendor")),
                row.text("content"),
                row.moment("created_at"),
                row.moment("expires_at"));
    }

    @Override
    public void deleteRegistration(Tx tx, String id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM registration WHERE id = ?", id));
    }

    private static List<RequestRow> rows(Tx tx, Sql sql) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<RequestRow> found = open.list(sql, JdbcRequestStore::request);
        if (found.isEmpty()) {
            return found;
        }
        Map<String, List<StepRow>> logs = new HashMap<>();
        Sql steps = Sql.of("SELECT request, happened_at, person, state, reason, note FROM customer_request_step WHERE ")
                .addIn("request", found.stream().map(RequestRow::id).toList())
                .add(" ORDER BY request, running");
        open.list(steps, row -> logs.computeIfAbsent(row.text("request"), id -> new ArrayList<>())
                .add(step(row)));
        return found.stream()
                .map(row -> with(row, logs.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static RequestRow request(Row row) throws SQLException {
        return new RequestRow(
                row.text("id"),
                row.text("kind"),
                row.text("content"),
                row.optionalText("vendor").map(VendorId::new),
                row.optionalText("account").map(AccountId::new),
                row.optionalText("person").map(UserId::new),
                row.optionalText("acting_for").map(UserId::new),
                row.optionalText("matched").map(UserId::new),
                State.valueOf(row.text("state")),
                row.moment("asked_at"),
                row.number("version"),
                row.text("open_key"),
                List.of());
    }

    private static RequestRow with(RequestRow row, List<StepRow> log) {
        return new RequestRow(
                row.id(),
                row.kind(),
                row.content(),
                row.vendor(),
                row.account(),
                row.by(),
                row.actingFor(),
                row.matched(),
                row.state(),
                row.askedAt(),
                row.version(),
                row.openKey(),
                log);
    }

    private static StepRow step(Row row) throws SQLException {
        return new StepRow(
                row.moment("happened_at"),
                row.optionalText("person").map(UserId::new),
                State.valueOf(row.text("state")),
                row.optionalText("reason"),
                row.optionalText("note"));
    }

    private static Object person(Optional<UserId> person) {
        return Sql.text(person.map(UserId::value));
    }

    private static List<String> values(Collection<VendorId> vendors) {
        return vendors.stream().map(VendorId::value).toList();
    }
}
