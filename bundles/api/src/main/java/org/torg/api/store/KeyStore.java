package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;

/** Secret keys of this tenant, generated at the first start. */
@ProviderType
public interface KeyStore {

    /** The newest first. */
    List<SigningKey> keys(Tx tx, String purpose);

    void insert(Tx tx, SigningKey key);

    void delete(Tx tx, String purpose, String id);

    /** @param secret 32 random bytes in Base64 */
    record SigningKey(String purpose, String id, String secret, Instant createdAt) {
        @Override
        public String toString() {
            return "SigningKey[" + purpose + "/" + id + "]";
        }
    }
}
