package org.torg.kernel.order;

import java.util.function.Supplier;
import org.torg.api.StoreException;

/**
 * Small pieces of work on the database that somebody else may disturb: the first row of a series, a content that another
 * node stores at the same time.
 */
final class Contention {
    private static final int TRIES = 5;

    private Contention() {}

    /** Tries again while somebody else is faster. */
    static <T> T outlast(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.CONFLICT || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
