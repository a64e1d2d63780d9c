package org.torg.kernel.upload;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.VendorId;

/**
 * Joins uploads to what refers to them, such as an answer to a question for a file in a cart, and then in its order. One upload may
 * have several owners; as long as it has any it does not expire.
 */
@Component(service = Attachments.class)
public final class Attachments {

    /** What refers to uploads. Staff see those of orders and quotes. */
    public enum Kind {
        CART,
        QUOTE,
        ORDER
    }

    /** Where uploads must belong to be referred to, and for whom they must be. */
    public record Place(AccountId account, Optional<LocationId> location, VendorId vendor) {

        boolean has(UploadRow upload) {
            return upload.account().equals(account)
                    && upload.location().equals(location)
                    && upload.vendor().equals(vendor);
        }
    }

    /**
     * @param id 1 to 64 characters
     * @param part such as a line, up to 64 characters; empty: the owner as a whole
     * @param place of the owner, and so of its files
     */
    public record Owner(Kind kind, String id, String part, Place place) {}

    private final UploadStore store;
    private final UploadLimits limits;
    private final Clock clock;

    @Activate
    public Attachments(@Reference UploadStore store, @Reference UploadLimits limits, @Reference Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Refers to uploads in the transaction that stores the owner; to one twice is to one once. The caller has been checked. Carts
     * may refer to files that are not ready yet.
     *
     * @throws RefusedException {@code upload-not-found} for one of another place or vendor, and one that has expired; {@code
     *     upload-not-ready}, and why a file was refused
     */
    public void attach(Tx tx, Collection<UploadId> ids, Owner owner) {
        for (UploadId id : inOrder(ids)) {
            attach(tx, id, owner);
        }
    }

    /** As they are locked: two who attach the same ones do not wait for each other. */
    static List<UploadId> inOrder(Collection<UploadId> ids) {
        return ids.stream()
                .distinct()
                .sorted(Comparator.comparing(UploadId::value))
                .toList();
    }

    void attach(Tx tx, UploadId id, Owner owner) {
        boolean added = store.attach(tx, id, owner.kind().name(), owner.id(), owner.part(), clock.now());
        UploadRow row = store.upload(tx, id)
                .filter(owner.place()::has)
                .orElseThrow(() -> new RefusedException(UploadRefusals.notFound()));
        Optional<String> refusal = row.refusal();
        if (refusal.isPresent()) {
            throw new RefusedException(UploadRefusals.stored(refusal.get(), row.type()));
        }
        if (!added && row.owners() == 0) {
            throw new RefusedException(UploadRefusals.notFound());
        }
        boolean binding = owner.kind() == Kind.ORDER || owner.kind() == Kind.QUOTE;
        if (binding && row.state() != Upload.State.READY) {
            throw new RefusedException(UploadRefusals.notReady());
        }
    }

    /** This part of the owner refers to these from now on, and to no others. Refused as {@link #attach}. */
    void settle(Tx tx, Collection<UploadId> ids, Owner owner) {
        Set<UploadId> wanted = Set.copyOf(ids);
        Set<UploadId> before = store.attached(tx, owner.kind().name(), owner.id()).stream()
                .filter(attached -> attached.part().equals(owner.part()))
                .map(attached -> attached.upload().id())
                .collect(Collectors.toSet());
        for (UploadId id : inOrder(before)) {
            if (!wanted.contains(id)) {
                store.detach(tx, id, owner.kind().name(), owner.id(), owner.part(), later());
            }
        }
        attach(tx, ids.stream().filter(id -> !before.contains(id)).toList(), owner);
    }

    private Instant later() {
        return clock.now().plus(limits.waiting());
    }

    /** The owner is gone, or refers to nothing any more. What nothing else refers to expires as if it had just come. */
    public void release(Tx tx, Kind kind, String owner) {
        store.release(tx, kind.name(), owner, later());
    }
}
