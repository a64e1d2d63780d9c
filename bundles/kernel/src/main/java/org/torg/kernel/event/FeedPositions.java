package org.torg.kernel.event;

import java.util.concurrent.atomic.AtomicBoolean;
import org.torg.api.StoreException;
import org.torg.api.store.EventStore;
import org.torg.api.store.Transactions;

/**
 * Gives committed events their positions in the feed soon after they were made, so that they do not pile up until somebody
 * reads. It asks the database only after it was told that there may be some: events of another node are that node's to
 * number, or the reader's.
 */
final class FeedPositions {

    static final int BATCH = 1000;

    private final Transactions transactions;
    private final EventStore store;
    /** What was made before this node started is unknown. */
    private final AtomicBoolean told = new AtomicBoolean(true);

    FeedPositions(Transactions transactions, EventStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** There may be events without a position. Returns at once. */
    void tell() {
        told.set(true);
    }

    /** Gives positions to a batch of events, when told that there may be some. Answers whether there may be more. */
    boolean turn() {
        if (!told.getAndSet(false)) {
            return false;
        }
        Filled filled = Filled.IN_DOUBT;
        try {
            filled = position();
        } finally {
            if (filled != Filled.ALL) {
                told.set(true);
            }
        }
        return filled == Filled.SOME;
    }

    /** Gives positions to at most so many batches of events. */
    void position(int batches) {
        for (int batch = 0; batch < batches && position() == Filled.SOME; batch++) {
            // As long as there may be more.
        }
    }

    /** Whether all events that were there have their position now. */
    private enum Filled {
        ALL,
        SOME,
        /** Another node gives positions at this moment; what it leaves out comes with the next call. */
        IN_DOUBT
    }

    private Filled position() {
        try {
            int positioned = transactions.write(tx -> store.position(tx, BATCH));
            return positioned == BATCH ? Filled.SOME : Filled.ALL;
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CONFLICT) {
                throw e;
            }
            return Filled.IN_DOUBT;
        }
    }
}
