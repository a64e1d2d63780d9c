package org.torg.persistence.command;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.order.OrderId;
import org.torg.api.store.AuditStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement, {@code order} two. */
@Component(service = AuditStore.class)
public final class JdbcAuditStore implements AuditStore {

    private static final String USER = "user:";
    private static final String TOKEN = "token:";

    @Override
    public void insert(Tx tx, List<AuditEntry> entries) {
        OpenTransaction.of(tx).insertAll(entries.stream().map(AuditEntity::new).toList());
    }

    @Override
    public List<AuditEntry> find(Tx tx, Filter filter, Optional<String> beforeId, int limit) {
        Sql sql = Sql.of("SELECT id, entered_at, subject, acting_for, account, channel, request_id, command, target"
                + " FROM audit_entry a WHERE 1 = 1");
        filter.targets().ifPresent(targets -> sql.add(" AND ").addIn("target", targets));
        filter.account().ifPresent(account -> sql.add(" AND account = ?", account.value()));
        filter.subjects().ifPresent(subjects -> {
            sql.add(" AND (").addIn("subject", subjects);
            sql.add(" OR ").addIn("acting_for", subjects).add(")");
        });
        filter.vendors()
                .ifPresent(vendors -> ofVendors(
                        sql, vendors.stream().map(VendorId::value).sorted().toList()));
        filter.commands().ifPresent(commands -> sql.add(" AND ")
                .addIn("command", commands.stream().sorted().toList()));
        filter.from().ifPresent(from -> sql.add(" AND entered_at >= ?", from));
        filter.until().ifPresent(until -> sql.add(" AND entered_at < ?", until));
        beforeId.ifPresent(value -> sql.add(" AND id < ?", value));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), JdbcAuditStore::entry);
    }

    private static void ofVendors(Sql sql, List<String> vendors) {
        String before = " AND (";
        for (String table : List.of("orders", "shipment", "invoice")) {
            sql.add(before + "EXISTS (SELECT 1 FROM " + table + " t WHERE t.id = a.target AND ")
                    .addIn("t.vendor", vendors)
                    .add(")");
            before = " OR ";
        }
        sql.add(")");
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                row.text("id"),
                row.moment("entered_at"),
                row.text("subject"),
                row.optionalText("acting_for"),
                row.optionalText("account").map(AccountId::new),
                row.text("channel"),
                row.text("request_id"),
                row.text("command"),
                row.text("target"));
    }

    @Override
    public Optional<OrderTrail> order(Tx tx, OrderId order) {
        OpenTransaction open = OpenTransaction.of(tx);
        Set<String> targets = new LinkedHashSet<>(Set.of(order.value()));
        targets.addAll(open.list(
                Sql.of(
                        "SELECT id FROM shipment WHERE order_id = ? UNION ALL SELECT id FROM invoice WHERE order_id = ?",
                        order.value(),
                        order.value()),
                row -> row.text("id")));
        return open.first(
                Sql.of("SELECT account, vendor FROM orders WHERE id = ?", order.value()),
                row -> new OrderTrail(
                        new AccountId(row.text("account")), new VendorId(row.text("vendor")), Set.copyOf(targets)));
    }

    @Override
    public Map<String, Actor> actors(Tx tx, Collection<String> subjects) {
        Set<String> users = ids(subjects, USER);
        Set<String> tokens = ids(subjects, TOKEN);
        if (users.isEmpty() && tokens.isEmpty()) {
            return Map.of();
        }
        Map<String, Known> known = new HashMap<>();
        Sql sql = Sql.of("SELECT CAST('" + USER
                        + "' AS VARCHAR(10)) AS kind, p.id AS id, p.id AS person, p.name, m.account, m.vendor"
                        + " FROM person p LEFT JOIN membership m ON m.person = p.id WHERE ")
                .addIn("p.id", users);
        sql.add(" UNION ALL SELECT CAST('" + TOKEN
                        + "' AS VARCHAR(10)) AS kind, t.id AS id, p.id AS person, p.name, m.account, m.vendor"
                        + " FROM api_token t JOIN person p ON p.id = t.person"
                        + " LEFT JOIN membership m ON m.person = p.id WHERE ")
                .addIn("t.id", tokens);
        for (Named row : OpenTransaction.of(tx).list(sql, JdbcAuditStore::named)) {
            known.computeIfAbsent(row.subject(), subject -> new Known(row.person(), row.name(), new HashSet<>()))
                    .accounts()
                    .addAll(row.account().map(Set::of).orElse(Set.of()));
        }
        return known.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .actor()));
    }

    private record Named(String subject, String person, String name, Optional<String> account) {}

    /** @param accounts an empty one stands for a vendor or the tenant */
    private record Known(String person, String name, Set<String> accounts) {
        Actor actor() {
            return new Actor(
                    new UserId(person),
                    name,
                    accounts.stream()
                            .filter(account -> !account.isEmpty())
                            .map(AccountId::new)
                            .collect(Collectors.toSet()),
                    accounts.contains(""));
        }
    }

    private static Named named(Row row) throws SQLException {
        return new Named(
                row.text("kind") + row.text("id"), row.text("person"), row.text("name"), row.optionalText("account"));
    }

    private static Set<String> ids(Collection<String> subjects, String kind) {
        return subjects.stream()
                .filter(subject -> subject.startsWith(kind))
                .map(subject -> subject.substring(kind.length()))
                .collect(Collectors.toSet());
    }
}
