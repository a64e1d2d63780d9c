package org.torg.persistence.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.event.EventRecord;
import org.torg.api.store.EventStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/**
 * Claiming costs one statement when nothing is due, else two; {@code position} one when there is nothing to number, else
 * six; all else one.
 *
 * <p>A delivery's {@code due_at} is also the end of its lease: who claims it moves it, under the condition that it is still
 * what was read. Of two who try, one changes a row. {@code attempts} counts the claims, this one included.
 */
@Component(service = EventStore.class)
public final class JpaEventStore implements EventStore {

    private static final int ERROR = 1000;

    private final Documents documents = new Documents();

    private record Due(ClaimedDelivery delivery, long dueAt) {}

    @Override
    public List<ClaimedDelivery> claim(Tx tx, List<String> consumers, Instant now, Instant leaseUntil, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        Sql sql = Sql.of("SELECT e.id, e.happened_at, e.document, d.consumer, d.due_at, d.attempts"
                        + " FROM event_delivery d JOIN event e ON e.id = d.event_id WHERE ")
                .addIn(
                        "d.consumer",
                        consumers.stream()
                                .filter(consumer -> !consumer.equals(FEED))
                                .toList())
                .add(" AND d.due_at <= ? ORDER BY d.due_at, d.event_id", now)
                .limit(limit);
        List<Due> due = new ArrayList<>(open.list(
                sql,
                row -> new Due(
                        new ClaimedDelivery(
                                EventEntity.read(row, documents), row.text("consumer"), row.integer("attempts") + 1),
                        row.number("due_at"))));
        // The same order for everybody, so that two claimers wait for each other one way only.
        due.sort(Comparator.comparing((Due one) -> one.delivery().event().id())
                .thenComparing(one -> one.delivery().consumer()));
        int[] claimed = open.batch(
                "UPDATE event_delivery SET due_at = ?, attempts = attempts + 1"
                        + " WHERE event_id = ? AND consumer = ? AND due_at = ?",
                due.stream()
                        .map(one -> new Object[] {
                            leaseUntil,
                            one.delivery().event().id(),
                            one.delivery().consumer(),
                            one.dueAt()
                        })
                        .toList());
        List<ClaimedDelivery> mine = new ArrayList<>();
        for (int i = 0; i < claimed.length; i++) {
            if (claimed[i] == 1) {
                mine.add(due.get(i).delivery());
            }
        }
        return mine;
    }

    @Override
    public boolean done(Tx tx, String eventId, String consumer) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "DELETE FROM event_delivery WHERE event_id = ? AND consumer = ?", eventId, consumer))
                == 1;
    }

    @Override
    public boolean release(Tx tx, String eventId, String consumer, Instant leaseUntil, Instant dueAt) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE event_delivery SET due_at = ?, attempts = attempts - 1"
                                        + " WHERE event_id = ? AND consumer = ? AND due_at = ?",
                                dueAt,
                                eventId,
                                consumer,
                                leaseUntil))
                == 1;
    }

    @Override
    public void retry(Tx tx, String eventId, String consumer, Instant dueAt, String error) {
        fail(tx, eventId, consumer, Optional.of(dueAt), error);
    }

    @Override
    public void park(Tx tx, String eventId, String consumer, String error) {
        fail(tx, eventId, consumer, Optional.empty(), error);
    }

    private static void fail(Tx tx, String eventId, String consumer, Optional<Instant> dueAt, String error) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE event_delivery SET due_at = ?, error = ? WHERE event_id = ? AND consumer = ?",
                        Sql.moment(dueAt),
                        error.length() <= ERROR ? error : error.substring(0, ERROR),
                        eventId,
                        consumer));
    }

    /**
     * An event counts as committed when its delivery to the feed can be read. One that commits later, whatever its id, is
     * still among the deliveries and gets a later position.
     */
    @Override
    public int position(Tx tx, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        if (waiting(open, 1).isEmpty()) {
            return 0;
        }
        open.update(Sql.of("UPDATE event_feed_head SET position = position WHERE id = 1"));
        long head = open.first(
                        Sql.of("SELECT position FROM event_feed_head WHERE id = 1"), row -> row.number("position"))
                .orElseThrow();
        List<String> events = waiting(open, limit);
        List<Object[]> positions = new ArrayList<>();
        List<Object[]> delivered = new ArrayList<>();
        for (String event : events) {
            positions.add(new Object[] {head + positions.size() + 1, event});
            delivered.add(new Object[] {event, FEED});
        }
        open.batch("INSERT INTO event_feed (position, event_id) VALUES (?, ?)", positions);
        open.batch("DELETE FROM event_delivery WHERE event_id = ? AND consumer = ?", delivered);
        open.update(Sql.of("UPDATE event_feed_head SET position = ? WHERE id = 1", head + events.size()));
        return events.size();
    }

    private static List<String> waiting(OpenTransaction open, int limit) {
        return open.list(
                Sql.of("SELECT event_id FROM event_delivery WHERE consumer = ? ORDER BY due_at, event_id", FEED)
                        .limit(limit),
                row -> row.text("event_id"));
    }

    @Override
    public List<PositionedEvent> feed(Tx tx, long position, int limit) {
        Sql sql = Sql.of(
                        "SELECT f.position, e.id, e.happened_at, e.document FROM event_feed f"
                                + " JOIN event e ON e.id = f.event_id WHERE f.position > ? ORDER BY f.position",
                        position)
                .limit(limit);
        return OpenTransaction.of(tx)
                .list(sql, row -> new PositionedEvent(row.number("position"), EventEntity.read(row, documents)));
    }

    @Override
    public Optional<EventRecord> event(Tx tx, String id) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT id, happened_at, document FROM event WHERE id = ?", id),
                        row -> EventEntity.read(row, documents));
    }

    /** Stores events as one batch, as part of the command that caused them. */
    public static void insert(OpenTransaction open, List<EventRecord> events, Documents documents) {
        open.insertAll(
                events.stream().map(event -> new EventEntity(event, documents)).toList());
    }
}
