package org.torg.persistence.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.JobStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/**
 * Claiming costs one statement when nothing is due, else two, and one more for each job that another node has taken at the
 * same moment; all else costs one.
 *
 * <p>A job's {@code due_at} is also the end of its lease: who claims it moves it, under the condition that it is still what
 * was read. {@code attempts} counts the claims, this one included, but not those given back.
 */
@Component(service = JobStore.class)
public final class JpaJobStore implements JobStore {

    private static final int ERROR = 1000;
    /** How many are looked at, as others may take the first ones at the same time. */
    private static final int CANDIDATES = 8;

    @Override
    public void insert(Tx tx, Job job) {
        OpenTransaction.of(tx).insert(new JobEntity(job));
    }

    @Override
    public Optional<Job> claim(Tx tx, List<String> kinds, String node, Instant now, Instant leaseUntil) {
        OpenTransaction open = OpenTransaction.of(tx);
        Sql due = Sql.of("SELECT id, kind, argument, due_at, attempts FROM job WHERE ")
                .addIn("kind", kinds)
                .add(" AND due_at <= ? ORDER BY due_at, id", now)
                .limit(CANDIDATES);
        List<Job> candidates = open.list(
                due,
                row -> new Job(
                        row.text("id"),
                        row.text("kind"),
                        row.text("argument"),
                        row.moment("due_at"),
                        row.integer("attempts") + 1));
        for (Job job : candidates) {
            int claimed = open.update(Sql.of(
                    "UPDATE job SET due_at = ?, node = ?, attempts = attempts + 1 WHERE id = ? AND due_at = ?",
                    leaseUntil,
                    node,
                    job.id(),
                    job.dueAt()));
            if (claimed == 1) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean extend(Tx tx, String id, String node, Instant leaseUntil) {
        return OpenTransaction.of(tx)
                        .update(Sql.of("UPDATE job SET due_at = ? WHERE id = ? AND node = ?", leaseUntil, id, node))
                == 1;
    }

    @Override
    public void done(Tx tx, String id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM job WHERE id = ?", id));
    }

    @Override
    public boolean release(Tx tx, String id, String node, Instant dueAt) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE job SET due_at = ?, node = NULL, attempts = attempts - 1"
                                        + " WHERE id = ? AND node = ?",
                                dueAt,
                                id,
                                node))
                == 1;
    }

    @Override
    public void retry(Tx tx, String id, Instant dueAt, String error) {
        fail(tx, id, Optional.of(dueAt), error);
    }

    @Override
    public void park(Tx tx, String id, String error) {
        fail(tx, id, Optional.empty(), error);
    }

    private static void fail(Tx tx, String id, Optional<Instant> dueAt, String error) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE job SET due_at = ?, node = NULL, error = ? WHERE id = ?",
                        Sql.moment(dueAt),
                        error.length() <= ERROR ? error : error.substring(0, ERROR),
                        id));
    }
}
