package org.torg.kernel.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.torg.api.store.Transactions.Tx;

/**
 * Encrypts what is kept about a person under a key of that person alone. Whoever destroys the key erases everything that was
 * encrypted under it, in every table. A back-up of the database has the key still: it opens with the master keys of its time.
 */
public interface Vault {

    /**
     * Encrypts; makes the person's key when there is none yet.
     *
     * @param owner opaque id of the person or of the thing that is to be erased at once, at most 100 characters
     * @return text without line breaks, about 4/3 of the UTF-8 length and 60 characters more; each time another
     */
    String seal(Tx tx, String owner, String plain);

    /** Decrypts; empty when the key was destroyed. */
    Optional<String> open(Tx tx, String owner, String sealed);

    /**
     * Decrypts one text for each of several owners; those whose key was destroyed are left out.
     *
     * @return by owner
     */
    default Map<String, String> openAll(Tx tx, Map<String, String> sealedByOwner) {
        Map<String, String> opened = new HashMap<>();
        sealedByOwner.forEach((owner, text) -> open(tx, owner, text).ifPresent(plain -> opened.put(owner, plain)));
        return opened;
    }

    /**
     * A text and whose it is.
     *
     * @param text plain or sealed
     */
    record Owned(String owner, String text) {
        @Override
        public String toString() {
            return "Owned[" + owner + "]";
        }
    }

    /**
     * Encrypts several texts, also more than one of an owner.
     *
     * @param plain by any name
     * @return by the same names
     */
    default <K> Map<K, String> sealEach(Tx tx, Map<K, Owned> plain) {
        Map<K, String> sealed = new HashMap<>();
        plain.forEach((name, one) -> sealed.put(name, seal(tx, one.owner(), one.text())));
        return sealed;
    }

    /**
     * Decrypts several texts, also more than one of an owner; those whose key was destroyed are left out.
     *
     * @param sealed by any name
     * @return by the same names
     */
    default <K> Map<K, String> openEach(Tx tx, Map<K, Owned> sealed) {
        Map<K, String> opened = new HashMap<>();
        sealed.forEach((name, one) -> open(tx, one.owner(), one.text()).ifPresent(plain -> opened.put(name, plain)));
        return opened;
    }

    /** Destroys the key. */
    void destroy(Tx tx, String owner);
}
