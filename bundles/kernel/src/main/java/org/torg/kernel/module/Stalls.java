package org.torg.kernel.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.Market;
import org.torg.kernel.vendor.VendorFaces;

/** The vendors' stalls on this node. Who puts one up for a vendor holds the vendor's {@link #lock} meanwhile. */
@Component(service = Stalls.class)
public final class Stalls {

    private final ModuleBundles bundles;
    private final Market market;
    private final VendorFaces faces;
    private final Map<VendorId, Stall> open = new ConcurrentHashMap<>();
    private final Map<VendorId, Lock> locks = new ConcurrentHashMap<>();
    private volatile Runnable whenChanged = () -> {};

    @Activate
    public Stalls(@Reference ModuleBundles bundles, @Reference Market market, @Reference VendorFaces faces) {
        this.bundles = bundles;
        this.market = market;
        this.faces = faces;
        bundles.whenChanged(() -> whenChanged.run());
    }

    /** @param listener told, on any thread, when a stall has lost a module or may have it back; returns at once */
    void whenChanged(Runnable listener) {
        whenChanged = listener;
    }

    Lock lock(VendorId vendor) {
        return locks.computeIfAbsent(vendor, unused -> new ReentrantLock());
    }

    Outcome<Stall> build(VendorId vendor, List<ModuleSet.Module> modules) {
        return Stall.build(market, bundles, vendor, modules);
    }

    /** The set serves from this stall on. */
    void open(ModuleSet set, Stall stall) {
        // First: from here on, nobody takes the stall before for the one that serves.
        Optional<Stall> before = Optional.ofNullable(open.put(set.vendor(), stall));
        try {
            stall.open(set);
        } catch (RuntimeException e) {
            before.ifPresent(old -> open.put(set.vendor(), old));
            throw e;
        }
        faces.keep(stall.code());
        stall.whenBroken(() -> {
            // One that drains may break without anybody's notice.
            if (open.get(set.vendor()) == stall) {
                market.gap(set.vendor());
                whenChanged.run();
            }
        });
    }

    /** The vendor sells nothing here any more; what has begun ends first. */
    void leave(VendorId vendor) {
        open.remove(vendor);
        market.close(vendor);
    }

    Optional<Stall> at(VendorId vendor) {
        return Optional.ofNullable(open.get(vendor));
    }

    /** Whether somebody has stopped one of these by hand and has not started it again. */
    boolean isStopped(List<ModuleSet.Module> modules) {
        return modules.stream().anyMatch(bundles::isStopped);
    }

    @Deactivate
    public void close() {
        bundles.whenChanged(() -> {});
        open.keySet().forEach(market::gap);
        open.values().forEach(Stall::close);
    }
}
