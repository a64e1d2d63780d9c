package org.torg.persistence.housekeeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.RetentionStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;
import org.torg.persistence.upload.UploadOwners;

/**
 * Three to five statements for each part. Ids grow with time, so that the oldest come first by the primary key, and no other index
 * is needed, which every order would have to pay for; a part without a single old row is the end.
 */
@Component(service = RetentionStore.class)
public final class JdbcRetentionStore implements RetentionStore {

    /** A row in the order in which it came. */
    private record Aged(String id, Instant at, boolean removable) {}

    @Override
    public Part carts(Tx tx, Instant before, Optional<String> after, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Aged> rows = next(open, "cart", "created_at", "", after, limit);
        List<String> old = open.list(
                Sql.of(
                                "SELECT id FROM cart WHERE changed_at < ? AND (approval IS NULL OR approval NOT IN"
                                        + " (SELECT id FROM approval WHERE state = 'OPEN')) AND ",
                                before)
                        .addIn("id", old(rows, before)),
                row -> row.text("id"));
        open.update(Sql.of("DELETE FROM cart_line WHERE ").addIn("cart", old));
        // Somebody may have come back to one at this moment.
        int removed = open.update(
                Sql.of("DELETE FROM cart WHERE changed_at < ? AND ", before).addIn("id", old));
        release(open, old);
        return part(rows, before, removed, limit);
    }

    /** Files that only they referred to go when the next ones expire: they have waited for long. */
    private static void release(OpenTransaction open, List<String> carts) {
        List<String> gone = new ArrayList<>(carts);
        gone.removeAll(open.list(Sql.of("SELECT id FROM cart WHERE ").addIn("id", carts), row -> row.text("id")));
        UploadOwners.release(open, UploadOwners.CART, gone, Optional.empty());
    }

    @Override
    public Part feed(Tx tx, Instant before, Optional<String> after, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Aged> rows = open.list(
                Sql.of(
                                "SELECT e.id, e.happened_at FROM event_feed f JOIN event e ON e.id = f.event_id ORDER BY f.position")
                        .limit(limit),
                row -> new Aged(row.text("id"), row.moment("happened_at"), true));
        List<String> old = rows.stream()
                .takeWhile(row -> row.at().isBefore(before))
                .map(Aged::id)
                .toList();
        int removed = open.update(Sql.of("DELETE FROM event_feed WHERE ").addIn("event_id", old));
        return new Part(removed, old.size() == limit ? Optional.of(old.get(limit - 1)) : Optional.empty());
    }

    @Override
    public Part events(Tx tx, Instant before, Optional<String> after, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Aged> rows = next(open, "event", "happened_at", "", after, limit);
        List<String> old = new ArrayList<>(old(rows, before));
        // The feed is told of an event by a delivery too: without any, everybody was.
        old.removeAll(open.list(
                Sql.of("SELECT DISTINCT event_id FROM event_delivery WHERE ").addIn("event_id", old),
                row -> row.text("event_id")));
        old.removeAll(open.list(
                Sql.of("SELECT event_id FROM event_feed WHERE ").addIn("event_id", old), row -> row.text("event_id")));
        int removed = open.update(Sql.of("DELETE FROM event WHERE ").addIn("id", old));
        return part(rows, before, removed, limit);
    }

    @Override
    public Part audit(Tx tx, Instant before, Optional<String> after, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Aged> rows = next(open, "audit_entry", "entered_at", "", after, limit);
        int removed = open.update(Sql.of("DELETE FROM audit_entry WHERE ").addIn("id", old(rows, before)));
        return part(rows, before, removed, limit);
    }

    @Override
    public Part imports(Tx tx, Instant before, Optional<String> after, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Aged> rows = next(open, "import_run", "created_at", ", state", after, limit);
        List<String> ended = rows.stream()
                .filter(row -> row.removable() && row.at().isBefore(before))
                .map(Aged::id)
                .toList();
        open.update(Sql.of("DELETE FROM import_report WHERE ").addIn("import_id", ended));
        int removed = open.update(Sql.of("DELETE FROM import_run WHERE ").addIn("id", ended));
        return part(rows, before, removed, limit);
    }

    private static List<Aged> next(
            OpenTransaction open, String table, String moment, String state, Optional<String> after, int limit) {
        return open.list(
                Sql.of(
                                "SELECT id, " + moment + " AS at_moment" + state + " FROM " + table
                                        + " WHERE id > ? ORDER BY id",
                                after.orElse(""))
                        .limit(limit),
                row -> new Aged(
                        row.text("id"),
                        row.moment("at_moment"),
                        state.isEmpty()
                                || row.text("state").equals("DONE")
                                || row.text("state").equals("ABORTED")));
    }

    private static List<String> old(List<Aged> rows, Instant before) {
        return rows.stream()
                .filter(row -> row.at().isBefore(before))
                .map(Aged::id)
                .toList();
    }

    private static Part part(List<Aged> rows, Instant before, int removed, int limit) {
        boolean end =
                rows.size() < limit || rows.stream().noneMatch(row -> row.at().isBefore(before));
        return new Part(
                removed,
                end ? Optional.empty() : Optional.of(rows.get(rows.size() - 1).id()));
    }
}
