package org.torg.kernel.vendor;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.StoreException;
import org.torg.api.store.Transactions;
import org.torg.api.store.VendorStore;
import org.torg.api.store.VendorStore.Face;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** How vendors looked when they were here last: their orders are shown by it while they are away. */
@Component(service = VendorFaces.class)
public final class VendorFaces {

    private static final Logger LOG = LoggerFactory.getLogger(VendorFaces.class);

    private final Transactions transactions;
    private final VendorStore store;
    private final Map<VendorId, Face> kept = new ConcurrentHashMap<>();
    private volatile boolean read;

    @Activate
    public VendorFaces(@Reference Transactions transactions, @Reference VendorStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Keeps what a vendor says of itself. A vendor serves also when it cannot be kept. Not to be called inside a transaction. */
    public void keep(Vendor vendor) {
        Workflow workflow = vendor.workflow();
        Face face = new Face(vendor.descriptor(), vendor.texts(), workflow);
        if (face.equals(all().get(face.descriptor().id()))) {
            return;
        }
        try {
            transactions.change(tx -> store.putFace(tx, face));
            kept.put(face.descriptor().id(), face);
        } catch (StoreException e) {
            LOG.warn(
                    "How vendor {} looks could not be kept",
                    face.descriptor().id().value(),
                    e);
        }
    }

    Optional<Face> of(VendorId vendor) {
        return Optional.ofNullable(all().get(vendor));
    }

    Collection<Face> kept() {
        return all().values();
    }

    private Map<VendorId, Face> all() {
        if (!read) {
            transactions
                    .read(store::faces)
                    .forEach(face -> kept.putIfAbsent(face.descriptor().id(), face));
            read = true;
        }
        return kept;
    }
}
