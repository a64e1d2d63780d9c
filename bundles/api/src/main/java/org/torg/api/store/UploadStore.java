package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.upload.FileType;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.VendorId;

/** Uploads and what refers to them; their content is in the {@link FileStore}. Removed ones are not found. */
@ProviderType
public interface UploadStore {

    /** Lets one transaction after the other add uploads at a place, until it commits. */
    void takeTurn(Tx tx, AccountId account, Optional<LocationId> location);

    /** What of a place waits for an order, refused ones not counted. */
    Waiting waiting(Tx tx, AccountId account, Optional<LocationId> location);

    void insert(Tx tx, UploadRow upload, Optional<UserId> person);

    Optional<UploadRow> upload(Tx tx, UploadId id);

    /** Those that there are, in no order. */
    List<UploadRow> uploads(Tx tx, Collection<UploadId> ids);

    /**
     * @param vendor only those for it
     * @param after id of the last one seen
     */
    List<UploadRow> at(
            Tx tx,
            AccountId account,
            Optional<LocationId> location,
            Optional<VendorId> vendor,
            Optional<UploadId> after,
            int limit);

    /**
     * Notes that it has grown, or that less of it is there than was known.
     *
     * @return false when it has been removed, is whole, or has another length than {@code from}
     */
    boolean grow(Tx tx, UploadId id, long from, long to, Instant expiresAt);

    /** @return false when it is not in that state any more */
    boolean move(Tx tx, UploadId id, Upload.State from, Result to, Instant expiresAt);

    void label(Tx tx, UploadId id, Optional<String> sealed);

    /** As a whole. */
    default boolean attach(Tx tx, UploadId id, String ownerKind, String owner, Instant now) {
        return attach(tx, id, ownerKind, owner, "", now);
    }

    /**
     * @param part of the owner, such as a line of a cart; empty: the owner as a whole
     * @return false when it already refers to it, or it has been removed
     */
    boolean attach(Tx tx, UploadId id, String ownerKind, String owner, String part, Instant now);

    /** That part of the owner does not refer to it any more; if nothing else does it expires then. */
    void detach(Tx tx, UploadId id, String ownerKind, String owner, String part, Instant expiresAt);

    /** Nothing of this kind refers to it any more; if nothing else does it expires then. */
    void detach(Tx tx, UploadId id, String ownerKind, Instant expiresAt);

    /** The owner and its parts refer to nothing any more; what nothing else refers to expires then. */
    void release(Tx tx, String ownerKind, String owner, Instant expiresAt);

    /** What an owner and its parts refer to, by part and then from the oldest. */
    List<Attached> attached(Tx tx, String ownerKind, String owner);

    /**
     * It shows this recipient from now on.
     *
     * @return false when it is known to show somebody else
     */
    boolean show(Tx tx, UploadId id, RecipientId recipient);

    /** Kinds of what refers to it. */
    List<String> ownerKinds(Tx tx, UploadId id);

    /**
     * Takes it from sight; its files and then its row go afterwards.
     *
     * @param notAfter only if it expires until then; empty: in any case
     * @return false when something refers to it, or it does not expire yet
     */
    boolean remove(Tx tx, UploadId id, Optional<Instant> notAfter);

    List<UploadId> expired(Tx tx, Instant now, int limit);

    /** Those taken from sight, whose files may be there still. */
    List<UploadId> removed(Tx tx, int limit);

    void forget(Tx tx, UploadId id);

    List<UploadRow> ofPerson(Tx tx, UserId person);

    List<UploadRow> ofRecipient(Tx tx, RecipientId recipient);

    /** They stay, and nobody has sent them. */
    void erasePerson(Tx tx, UserId person);

    /** @param part of the owner, such as a line; empty: the owner as a whole */
    record Attached(String part, UploadRow upload) {}

    /** @param bytes announced */
    record Waiting(int files, long bytes) {}

    /**
     * @param label sealed
     * @param refusal its code
     */
    record UploadRow(
            UploadId id,
            AccountId account,
            Optional<LocationId> location,
            VendorId vendor,
            FileType type,
            Optional<String> label,
            Optional<RecipientId> recipient,
            long size,
            long received,
            Upload.State state,
            Optional<String> refusal,
            Optional<Upload.Stored> stored,
            int owners,
            Instant createdAt,
            Instant expiresAt) {}

    /** How checks end. */
    record Result(Upload.State state, Optional<String> refusal, Optional<Upload.Stored> stored) {}
}
