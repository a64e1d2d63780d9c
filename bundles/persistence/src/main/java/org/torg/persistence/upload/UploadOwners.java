package org.torg.persistence.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** What goes, and refers to uploads. */
public final class UploadOwners {

    public static final String CART = "CART";

    private UploadOwners() {}

    /** How many parts of the owners refer to an upload. */
    private record Count(String upload, int parts) {}

    /**
     * None of these refers to any upload any more. Three statements, one where nothing was referred to.
     *
     * @param expiresAt of what nothing else refers to; empty: as it was before it was referred to
     */
    public static void release(
            OpenTransaction open, String kind, Collection<String> owners, Optional<Instant> expiresAt) {
        List<Count> counts = open.list(
                Sql.of("SELECT upload, COUNT(*) AS parts FROM upload_owner WHERE kind = ? AND ", kind)
                        .addIn("owner", owners)
                        .add(" GROUP BY upload ORDER BY upload"),
                row -> new Count(row.text("upload"), row.integer("parts")));
        if (counts.isEmpty()) {
            return;
        }
        List<Object[]> changes = new ArrayList<>();
        for (Count count : counts) {
            changes.add(
                    expiresAt.isPresent()
                            ? new Object[] {count.parts(), expiresAt.get(), count.upload()}
                            : new Object[] {count.parts(), count.upload()});
        }
        int[] unused = open.batch(
                expiresAt.isPresent()
                        ? "UPDATE upload SET owners = owners - ?, expires_at = ? WHERE id = ?"
                        : "UPDATE upload SET owners = owners - ? WHERE id = ?",
                changes);
        open.update(Sql.of("DELETE FROM upload_owner WHERE kind = ? AND ", kind).addIn("owner", owners));
    }
}
