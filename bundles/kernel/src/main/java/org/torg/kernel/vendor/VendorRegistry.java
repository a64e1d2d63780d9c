package org.torg.kernel.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;

/**
 * The vendors that are here now, each behind the guard. One that cannot be composed is named in the log and stays out.
 * Of two with the same id the first counts until it leaves.
 */
@Component(service = VendorRegistry.class)
public final class VendorRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(VendorRegistry.class);

    private record Entry(Vendor service, Vendor guarded) {

        VendorId id() {
            return guarded.descriptor().id();
        }
    }

    private final VendorGuard guard;
    private final List<Entry> entries = new ArrayList<>();
    private volatile Map<String, Vendor> present = Map.of();

    @Activate
    public VendorRegistry(@Reference VendorGuard guard) {
        this.guard = guard;
    }

    /** With these vendors, without a container. */
    public static VendorRegistry of(Vendor... vendors) {
        VendorRegistry registry = new VendorRegistry(new VendorGuard());
        for (Vendor vendor : vendors) {
            registry.add(vendor);
        }
        return registry;
    }

    /** The vendor, if it is here now. Its code may be called as it stands: the guard is in front of it. */
    public Optional<Vendor> find(VendorId id) {
        return Optional.ofNullable(present.get(id.value()));
    }

    /** All, by id. */
    public List<Vendor> present() {
        return List.copyOf(present.values());
    }

    /** The one that is meant where none is named; empty unless there is exactly one. */
    public Optional<Vendor> only() {
        Map<String, Vendor> now = present;
        return now.size() == 1 ? now.values().stream().findFirst() : Optional.empty();
    }

    @Reference(
            name = "vendor",
            service = Vendor.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public synchronized void add(Vendor vendor) {
        Entry entry;
        try {
            entry = new Entry(vendor, guard.guard(vendor));
        } catch (VendorFailure e) {
            LOG.warn("Vendor refused: {}", e.getMessage());
            return;
        }
        entries.add(entry);
        publish();
        LOG.info(
                "Vendor {} {} is here",
                entry.id().value(),
                entry.guarded().descriptor().version());
    }

    public synchronized void remove(Vendor vendor) {
        for (Entry entry : List.copyOf(entries)) {
            if (entry.service() == vendor) {
                entries.remove(entry);
                publish();
                LOG.info("Vendor {} has left", entry.id().value());
            }
        }
    }

    private void publish() {
        Map<String, Vendor> next = new TreeMap<>();
        for (Entry entry : entries) {
            next.putIfAbsent(entry.id().value(), entry.guarded());
        }
        present = next;
    }
}
