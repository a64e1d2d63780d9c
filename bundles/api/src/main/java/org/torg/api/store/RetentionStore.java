package org.torg.api.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;

/**
 * Removes what is older than it is kept, a bounded part at a time. Each method looks at no more than {@code limit} rows, the oldest
 * first, beginning after those that an earlier call has looked at.
 */
@ProviderType
public interface RetentionStore {

    /** Carts with their lines that nobody has changed since; those that wait for approval stay. */
    Part carts(Tx tx, Instant before, Optional<String> after, int limit);

    /**
     * Places in the feed, from its beginning to the first event that is not that old: what is left of the feed has no gap.
     *
     * @param after is not looked at
     */
    Part feed(Tx tx, Instant before, Optional<String> after, int limit);

    /** Events that have no place in the feed any more; those that somebody has still to be told stay. */
    Part events(Tx tx, Instant before, Optional<String> after, int limit);

    Part audit(Tx tx, Instant before, Optional<String> after, int limit);

    /** Imports that have come to an end, with their reports. */
    Part imports(Tx tx, Instant before, Optional<String> after, int limit);

    /**
     * What one call has done.
     *
     * @param next where the next call begins; empty when nothing that old is left
     */
    record Part(int removed, Optional<String> next) {}
}
