package org.torg.kernel.module;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;
import org.torg.kernel.vendor.EarlierCode;
import org.torg.kernel.vendor.GuardedVendor;

/**
 * Puts up the stall of an earlier set beside the one that is open, out of the blobs where need be, and takes it down again. What
 * was published once has been examined then.
 */
@Component(service = EarlierCode.class)
public final class EarlierModules implements EarlierCode {

    /** Of all vendors: each keeps a thread of the HTTP server, and its bundles in memory. */
    private static final int MOST_AT_ONCE = 2;

    /** For somebody who swaps the vendor's modules meanwhile. */
    private static final int PATIENCE_SECONDS = 5;

    private final Stalls stalls;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    @Activate
    public EarlierModules(@Reference Stalls stalls) {
        this.stalls = stalls;
    }

    @Override
    public <T> Outcome<T> with(ModuleSet set, Function<GuardedVendor, Outcome<T>> evaluation) {
        if (!free.tryAcquire()) {
            return busy();
        }
        try {
            Outcome<Stall> built = build(set);
            if (built instanceof Outcome.Refused<Stall> refused) {
                return Outcome.refused(refused.refusal());
            }
            Stall stall = built.orElseThrow();
            try {
                return evaluation.apply(stall.code());
            } finally {
                stall.close();
            }
        } finally {
            free.release();
        }
    }

    private Outcome<Stall> build(ModuleSet set) {
        Lock lock = stalls.lock(set.vendor());
        if (!patient(lock)) {
            return busy();
        }
        try {
            Outcome<Stall> built = stalls.build(set.vendor(), set.modules());
            return built instanceof Outcome.Refused<Stall> refused
                    ? Outcome.refused(notAvailable(set.generation(), refused.refusal()))
                    : built;
        } finally {
            lock.unlock();
        }
    }

    private static boolean patient(Lock lock) {
        try {
            return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Outcome<T> busy() {
        return Outcome.refused(Refusal.of(
                Refusal.Kind.CONFLICT, "changed-meanwhile", "Somebody else changed this at the same time. Try again."));
    }

    /** The reason stands in the details, whose messages name the module at fault. */
    private static Refusal notAvailable(long generation, Refusal why) {
        Stream<Refusal.Detail> reasons = why.details().isEmpty()
                ? Stream.of(new Refusal.Detail("", why.code(), why.message()))
                : why.details().stream();
        return Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "generation-not-available",
                        "The modules of generation {0} cannot be brought up here any more.",
                        Argument.number(generation))
                .with(reasons.map(reason -> new Refusal.Detail("/generation", reason.code(), reason.message()))
                        .toList());
    }
}
