package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;

/** The keys of people, each wrapped by a master key that is not in the database, and which master keys those are. */
@ProviderType
public interface PersonKeyStore {

    /** The master keys in the order in which they came. */
    List<Master> masters(Tx tx);

    /**
     * Notes a master key, under a number that is one more than the greatest so far.
     *
     * @return false when somebody else has taken that number or noted the key; the transaction stays usable
     */
    boolean insert(Tx tx, Master master, Instant now);

    /** Forgets a master key if it wraps nothing any more. */
    void forgetUnused(Tx tx, String master);

    Optional<WrappedKey> key(Tx tx, String owner);

    /** Those that there are, in one statement. */
    List<WrappedKey> keys(Tx tx, Collection<String> owners);

    /** @return false when the owner has one; the transaction stays usable */
    boolean insert(Tx tx, WrappedKey key);

    /** Keys that this master wraps, at most {@code limit}. */
    List<WrappedKey> wrappedBy(Tx tx, String master, int limit);

    /**
     * Stores the same key wrapped by another master.
     *
     * @return false when it was destroyed meanwhile
     */
    boolean rewrap(Tx tx, WrappedKey key);

    boolean delete(Tx tx, String owner);

    /** @param id made from the key itself */
    record Master(int running, String id) {}

    /**
     * @param owner opaque id, at most 100 characters
     * @param id tells a key from an earlier one of the same owner
     * @param master by which it is wrapped
     * @param wrapped in Base64
     */
    record WrappedKey(String owner, String id, String master, String wrapped, Instant createdAt) {
        @Override
        public String toString() {
            return "WrappedKey[" + id + "]";
        }
    }
}
