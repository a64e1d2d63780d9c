package org.torg.kernel.vendor;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.torg.api.module.ModuleSet;

/**
 * The code of a set as it runs here. An evaluation enters it and leaves it; once it has been replaced, nobody enters any
 * more, and when the last has left, or the deadline has passed, it is told that its bundles may stop.
 */
final class RunningSet {

    private final GuardedVendor vendor;
    private final Consumer<RunningSet> whenDrained;
    private final AtomicInteger evaluations = new AtomicInteger();
    private volatile ModuleSet set;
    private volatile @Nullable Instant deadline;
    private boolean drained;

    RunningSet(ModuleSet set, GuardedVendor vendor, Consumer<RunningSet> whenDrained) {
        this.set = set;
        this.vendor = vendor;
        this.whenDrained = whenDrained;
    }

    GuardedVendor vendor() {
        return vendor;
    }

    ModuleSet set() {
        return set;
    }

    /** A later number for the same modules, with other parameters. */
    synchronized void advance(ModuleSet next) {
        if (next.generation() > set.generation()) {
            set = next;
            vendor.forgive();
        }
    }

    /** False when it has been replaced: whoever asks takes the set that took its place. */
    boolean enter() {
        evaluations.incrementAndGet();
        if (deadline == null) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        if (evaluations.decrementAndGet() == 0 && deadline != null) {
            drain();
        }
    }

    /** It has been replaced. */
    void retire(Instant until) {
        deadline = until;
        if (evaluations.get() == 0) {
            drain();
        }
    }

    int evaluations() {
        return evaluations.get();
    }

    @Nullable
    Instant deadline() {
        return deadline;
    }

    /** Once: when the last evaluation has left it, or the deadline has passed. */
    void drain() {
        synchronized (this) {
            if (drained) {
                return;
            }
            drained = true;
        }
        vendor.close();
        whenDrained.accept(this);
    }
}
