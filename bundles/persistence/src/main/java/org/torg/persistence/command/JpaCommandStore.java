package org.torg.persistence.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.event.EventRecord;
import org.torg.api.store.CommandStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.event.JpaEventStore;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** {@code record} costs one statement for each table that it fills, at most four; all else costs one. */
@Component(service = CommandStore.class)
public final class JpaCommandStore implements CommandStore {

    private final Documents documents = new Documents();

    @Override
    public void record(
            Tx tx, AuditEntry audit, List<EventRecord> events, List<Delivery> deliveries, Optional<Reply> reply) {
        OpenTransaction open = OpenTransaction.of(tx);
        // The reply goes first: when it is there already, nothing else need be tried.
        reply.ifPresent(value -> open.update(Sql.of(
                "INSERT INTO command_reply (subject, idempotency_key, command, request_hash, result, replied_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                value.subject(),
                value.key(),
                value.command(),
                value.requestHash(),
                value.result(),
                value.at())));
        open.insert(new AuditEntity(audit));
        JpaEventStore.insert(open, events, documents);
        open.batch(
                "INSERT INTO event_delivery (event_id, consumer, due_at, attempts) VALUES (?, ?, ?, 0)",
                rows(events, deliveries));
    }

    private static List<Object[]> rows(List<EventRecord> events, List<Delivery> deliveries) {
        Map<String, Instant> happened = new HashMap<>();
        events.forEach(event -> happened.put(event.id(), event.at()));
        List<Object[]> rows = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Instant at = happened.get(delivery.eventId());
            if (at == null) {
                throw new IllegalArgumentException("a delivery of an event that is not stored with it");
            }
            rows.add(new Object[] {delivery.eventId(), delivery.consumer(), at});
        }
        return rows;
    }

    @Override
    public Optional<Reply> reply(Tx tx, String subject, String key) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT subject, idempotency_key, command, request_hash, result, replied_at"
                                        + " FROM command_reply WHERE subject = ? AND idempotency_key = ?",
                                subject,
                                key),
                        row -> new Reply(
                                row.text("subject"),
                                row.text("idempotency_key"),
                                row.text("command"),
                                row.text("request_hash"),
                                row.text("result"),
                                row.moment("replied_at")));
    }

    @Override
    public int deleteRepliesBefore(Tx tx, Instant instant) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM command_reply WHERE replied_at < ?", instant));
    }

    @Override
    public List<AuditEntry> audit(Tx tx, AuditTrail.Query query, Optional<String> beforeId, int limit) {
        Sql sql = Sql.of("SELECT id, entered_at, subject, acting_for, account, channel, request_id, command, target"
                + " FROM audit_entry WHERE 1 = 1");
        query.target().ifPresent(value -> sql.add(" AND target = ?", value));
        query.account().ifPresent(value -> sql.add(" AND account = ?", value.value()));
        query.subject().map(user -> "user:" + user.value()).ifPresent(key -> sql.add(" AND (subject = ?", key)
                .add(" OR acting_for = ?)", key));
        beforeId.ifPresent(value -> sql.add(" AND id < ?", value));
        return OpenTransaction.of(tx)
                .list(
                        sql.add(" ORDER BY id DESC").limit(limit),
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
}
