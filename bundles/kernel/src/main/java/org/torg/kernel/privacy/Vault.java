package org.torg.kernel.privacy;

import java.util.Optional;
import org.torg.api.store.Transactions.Tx;

/**
 * Encrypts what is kept about a person under a key of that person alone. Whoever destroys the key erases everything that was
 * encrypted under it, in every table and every back-up of the database.
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

    /** Destroys the key. */
    void destroy(Tx tx, String owner);
}
