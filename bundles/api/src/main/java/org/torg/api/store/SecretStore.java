package org.torg.api.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;

/** Secrets of links that work once. Only hashes are stored. */
@ProviderType
public interface SecretStore {

    void insert(Tx tx, SecretRow secret);

    /**
     * Uses an unexpired secret up, in one step: of two at once one gets it.
     *
     * @param hash SHA-256 in hex
     * @return what it is about; empty when there is none such
     */
    Optional<String> use(Tx tx, String purpose, String hash, Instant now);

    /** What an unexpired one is about, without using it up. */
    Optional<String> subject(Tx tx, String purpose, String hash, Instant now);

    /** Ends all of one purpose about one subject. */
    int end(Tx tx, String purpose, String subject);

    int deleteExpiredBefore(Tx tx, Instant instant);

    /**
     * @param purpose in kebab case, such as {@code invitation}
     * @param subject opaque id of what it is about
     */
    record SecretRow(String hash, String purpose, String subject, Instant createdAt, Instant expiresAt) {}
}
