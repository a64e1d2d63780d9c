package org.torg.kernel.upload;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.FileType;
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

    /**
     * @param id 1 to 64 characters
     * @param account whose uploads may be meant
     * @param vendor for whom they must be
     */
    public record Owner(Kind kind, String id, AccountId account, VendorId vendor) {}

    private final Transactions transactions;
    private final UploadStore store;
    private final UploadAccess access;
    private final UploadViews views;
    private final UploadLimits limits;
    private final Clock clock;

    @Activate
    public Attachments(
            @Reference Transactions transactions,
            @Reference UploadStore store,
            @Reference UploadAccess access,
            @Reference UploadViews views,
            @Reference UploadLimits limits,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.access = access;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    /** State, type and size of an upload of the place where the caller is. Refused with {@code upload-not-found}. */
    public Outcome<Upload> check(Caller caller, UploadId id) {
        return access.own(caller, id).map(row -> transactions.read(tx -> views.of(tx, row)));
    }

    /**
     * The same, if it is ready and of one of these types. Refused also with {@code upload-not-ready}, {@code upload-type-wrong}, and
     * with why the file itself was refused.
     */
    public Outcome<Upload> require(Caller caller, UploadId id, Set<FileType> types) {
        return check(caller, id).flatMap(upload -> {
            if (!types.contains(upload.type())) {
                return Outcome.refused(UploadRefusals.wrongType(upload.type()));
            }
            if (upload.state() == Upload.State.READY) {
                return Outcome.done(upload);
            }
            return Outcome.refused(upload.refusal().orElseGet(UploadRefusals::notReady));
        });
    }

    /**
     * Refers to uploads in the transaction that stores the owner; to one twice is to one once. The caller has been checked. Carts
     * may refer to files that are not ready yet.
     *
     * @throws RefusedException {@code upload-not-found} for one of another account or vendor, and one that has expired; {@code
     *     upload-not-ready}, and why a file was refused
     */
    public void attach(Tx tx, Collection<UploadId> ids, Owner owner) {
        // In one order: two who attach the same ones do not wait for each other.
        List<UploadId> sorted = ids.stream()
                .distinct()
                .sorted(Comparator.comparing(UploadId::value))
                .toList();
        for (UploadId id : sorted) {
            boolean added = store.attach(tx, id, owner.kind().name(), owner.id(), clock.now());
            UploadRow row = store.upload(tx, id)
                    .filter(found -> found.account().equals(owner.account()))
                    .filter(found -> found.vendor().equals(owner.vendor()))
                    .orElseThrow(() -> new RefusedException(UploadRefusals.notFound()));
            Optional<String> refusal = row.refusal();
            if (refusal.isPresent()) {
                throw new RefusedException(UploadRefusals.stored(refusal.get(), row.type()));
            }
            if (!added && row.owners() == 0) {
                throw new RefusedException(UploadRefusals.notFound());
            }
            if (owner.kind() != Kind.CART && row.state() != Upload.State.READY) {
                throw new RefusedException(UploadRefusals.notReady());
            }
        }
    }

    /** The owner is gone, or refers to nothing any more. What nothing else refers to expires as if it had just come. */
    public void release(Tx tx, Kind kind, String owner) {
        store.release(tx, kind.name(), owner, clock.now().plus(limits.waiting()));
    }
}
