package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Patients and end users, sealed. */
@ProviderType
public interface RecipientStore {

    /** @param words keyed hashes of how its words begin */
    void insert(Tx tx, RecipientRow recipient, Set<String> words);

    Optional<RecipientRow> recipient(Tx tx, RecipientId id);

    /** Those of these that there are, in no order. One statement, for some hundreds each. */
    List<RecipientRow> recipients(Tx tx, Collection<RecipientId> ids);

    /**
     * Replaces content and words, and raises the version.
     *
     * @return false when the version is another
     */
    boolean update(Tx tx, RecipientId id, long expectedVersion, String content, Set<String> words);

    /** Those of one location that have all of these words, in no order. */
    List<RecipientRow> find(Tx tx, AccountId account, LocationId location, Collection<String> words, int limit);

    /** @return whether it was there */
    boolean delete(Tx tx, RecipientId id);

    /**
     * The vendors that have an order for each of these recipients, whatever became of it. Who has none is not in it. One statement, for
     * some hundreds each.
     */
    Map<RecipientId, Set<VendorId>> vendors(Tx tx, Collection<RecipientId> recipients);

    /** @param content sealed */
    record RecipientRow(
            RecipientId id, AccountId account, LocationId location, String content, long version, Instant createdAt) {}
}
