package org.torg.api.store;

import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.StoreException;

/** Opens transactions. A read takes what is committed at each statement; a write commits at its end or leaves nothing. */
@ProviderType
public interface Transactions {

    /** Marks the open transaction; only the store that made it looks inside. */
    interface Tx {}

    interface Work<T> {
        T in(Tx tx);
    }

    interface Change {
        void in(Tx tx);
    }

    /** Reads without a transaction of its own for several statements. */
    <T> T read(Work<T> work);

    /**
     * Any exception rolls back and goes on to the caller, a {@code RefusedException} too.
     *
     * @throws StoreException {@code CONFLICT} when an optimistic version or a unique key was violated, {@code UNAVAILABLE}
     *     when the database cannot be reached, {@code NO_ROOM} when it cannot grow
     */
    <T> T write(Work<T> work);

    default void change(Change change) {
        write(tx -> {
            change.in(tx);
            return Boolean.TRUE;
        });
    }
}
