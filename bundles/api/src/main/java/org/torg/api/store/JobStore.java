package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;

/** Work that is done later, claimed through the database. */
@ProviderType
public interface JobStore {

    void insert(Tx tx, Job job);

    /** Claims the job that is due longest, of one of these kinds, or one whose lease has run out; in one step. */
    Optional<Job> claim(Tx tx, List<String> kinds, String node, Instant now, Instant leaseUntil);

    /**
     * Lengthens the lease.
     *
     * @return false when another node has taken the job
     */
    boolean extend(Tx tx, String id, String node, Instant leaseUntil);

    void done(Tx tx, String id);

    /**
     * Gives a claimed job back as if it had not been claimed: due at that time, and the claim does not count as a try.
     *
     * @return false when this node does not have the job
     */
    boolean release(Tx tx, String id, String node, Instant dueAt);

    void retry(Tx tx, String id, Instant dueAt, String error);

    /** Given up: kept for people to see. */
    void park(Tx tx, String id, String error);

    /**
     * @param kind which handler
     * @param argument for the handler, such as an id
     */
    record Job(String id, String kind, String argument, Instant dueAt, int attempts) {}
}
