package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.event.EventRecord;
import org.torg.api.store.Transactions.Tx;

/** Deliveries of events to consumers, and the feed. */
@ProviderType
public interface EventStore {

    /** The consumer that is the feed for other systems. */
    String FEED = "feed";

    /**
     * Claims deliveries that are due for one of these consumers (never {@link #FEED}), the oldest first, until
     * {@code leaseUntil}. Two nodes never get the same one.
     */
    List<ClaimedDelivery> claim(Tx tx, List<String> consumers, Instant now, Instant leaseUntil, int limit);

    /**
     * Carried out: in the same transaction as its effect.
     *
     * @return false when it was done already
     */
    boolean done(Tx tx, String eventId, String consumer);

    /**
     * Gives a claimed delivery back as if it had not been claimed: due at that time, and the claim does not count as a try.
     *
     * @param leaseUntil of the claim
     * @return false when it is done, or the lease was another's
     */
    boolean release(Tx tx, String eventId, String consumer, Instant leaseUntil, Instant dueAt);

    /** Failed: due again at that time. */
    void retry(Tx tx, String eventId, String consumer, Instant dueAt, String error);

    /** Given up: kept for people to see. */
    void park(Tx tx, String eventId, String consumer, String error);

    /**
     * Gives all committed events that have none a position in the feed, one node at a time.
     *
     * @return how many
     */
    int position(Tx tx, int limit);

    /** Positioned events after {@code position}, in order. */
    List<PositionedEvent> feed(Tx tx, long position, int limit);

    Optional<EventRecord> event(Tx tx, String id);

    record ClaimedDelivery(EventRecord event, String consumer, int attempts) {}

    record PositionedEvent(long position, EventRecord event) {}
}
