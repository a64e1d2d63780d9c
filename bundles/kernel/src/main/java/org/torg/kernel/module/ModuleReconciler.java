package org.torg.kernel.module;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.job.Failures;
import org.torg.kernel.vendor.Market;

/**
 * Brings each vendor on this node to its published set: at the start, when another node has published, and when a module is
 * back that somebody has stopped. A vendor of the configuration without any set is founded from the module folder. What cannot
 * be composed is tried again, later and later.
 */
@Component(service = ModuleReconciler.class, immediate = true)
public final class ModuleReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleReconciler.class);
    private static final Caller CALLER = Caller.machine("modules", Function.MODULE_ACTIVATE);
    private static final long FIRST_DELAY_MILLIS = 500;
    private static final long LONGEST_DELAY_MILLIS = 30_000;
    /** While somebody else swaps this vendor's modules. */
    private static final long BUSY_DELAY_MILLIS = 200;

    private static final int DOUBLED = 8;

    private enum Result {
        SETTLED,
        AGAIN
    }

    private final Transactions transactions;
    private final ModuleStore store;
    private final Drafts drafts;
    private final Publications publications;
    private final Stalls stalls;
    private final Market market;
    private final ScheduledThreadPoolExecutor executor;
    /** Asked for and not yet begun. */
    private final Set<VendorId> queued = ConcurrentHashMap.newKeySet();
    /** How often in a row; each has one next try that is planned. */
    private final Map<VendorId, Integer> failures = new ConcurrentHashMap<>();
    /** Only the executor's thread touches it. */
    private final Map<VendorId, Future<?>> tries = new HashMap<>();
    /** Whose folder was looked through for snapshots in this life. */
    private final Set<VendorId> begun = ConcurrentHashMap.newKeySet();

    private int failedStarts;

    @Activate
    public ModuleReconciler(
            @Reference Transactions transactions,
            @Reference ModuleStore store,
            @Reference Drafts drafts,
            @Reference Publications publications,
            @Reference Stalls stalls,
            @Reference Market market) {
        this.transactions = transactions;
        this.store = store;
        this.drafts = drafts;
        this.publications = publications;
        this.stalls = stalls;
        this.market = market;
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "torg-modules");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        market.whenBehind(this::behind);
        stalls.whenChanged(this::wakeAll);
        executor.execute(this::begin);
    }

    @Deactivate
    public void stop() {
        market.whenBehind(unused -> {});
        stalls.whenChanged(() -> {});
        executor.shutdown();
    }

    /** Looks after this vendor soon. */
    private void wake(VendorId vendor) {
        if (queued.add(vendor)) {
            var unused = run(() -> turn(vendor), 0);
        }
    }

    /** Told with every evaluation: what has failed waits for its turn. */
    private void behind(VendorId vendor) {
        if (!failures.containsKey(vendor)) {
            wake(vendor);
        }
    }

    private void wakeAll() {
        var unused = run(this::begin, 0);
    }

    private Optional<Future<?>> run(Runnable work, long delayMillis) {
        try {
            return Optional.of(executor.schedule(work, delayMillis, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            // Stopped meanwhile.
            return Optional.empty();
        }
    }

    private void begin() {
        try {
            Set<String> vendors = new TreeSet<>();
            market.configured().forEach(vendor -> vendors.add(vendor.value()));
            transactions.read(store::published).forEach(published -> {
                market.expect(published.vendor());
                vendors.add(published.vendor().value());
            });
            vendors.forEach(vendor -> wake(new VendorId(vendor)));
            failedStarts = 0;
        } catch (RuntimeException e) {
            LOG.warn("Which modules are published cannot be read: {}", Failures.describe(e));
            var unused = run(this::begin, delay(++failedStarts));
        }
    }

    private void turn(VendorId vendor) {
        queued.remove(vendor);
        Lock lock = stalls.lock(vendor);
        if (!lock.tryLock()) {
            plan(vendor, BUSY_DELAY_MILLIS);
            return;
        }
        Result result;
        try {
            result = reconcile(vendor);
        } catch (RuntimeException e) {
            LOG.warn("Vendor {} cannot be brought to its set: {}", vendor.value(), Failures.describe(e), e);
            result = Result.AGAIN;
        } finally {
            lock.unlock();
        }
        if (result == Result.SETTLED) {
            failures.remove(vendor);
        } else {
            plan(vendor, delay(failures.merge(vendor, 1, Integer::sum)));
        }
    }

    /** In the place of the try that was planned before. */
    private void plan(VendorId vendor, long delayMillis) {
        Optional.ofNullable(tries.remove(vendor)).ifPresent(earlier -> earlier.cancel(false));
        run(() -> turn(vendor), delayMillis).ifPresent(planned -> tries.put(vendor, planned));
    }

    private static long delay(int failures) {
        return Math.min(LONGEST_DELAY_MILLIS, FIRST_DELAY_MILLIS << Math.min(failures - 1, DOUBLED));
    }

    private Result reconcile(VendorId vendor) {
        Optional<ModuleSet> published = transactions.read(tx -> store.set(tx, vendor, store.generation(tx, vendor)));
        if (published.isEmpty()) {
            return found(vendor);
        }
        ModuleSet desired = published.get();
        if (desired.modules().isEmpty()) {
            stalls.leave(vendor);
            return Result.SETTLED;
        }
        Optional<Stall> stall = stalls.at(vendor).filter(open -> open.isMadeOf(desired.modules()));
        boolean current = market.serving(vendor)
                .filter(set -> set.generation() == desired.generation())
                .isPresent();
        if (stall.isPresent() && !stall.get().isBroken()) {
            if (!current) {
                market.advance(desired);
            }
            return Result.SETTLED;
        }
        if (stall.isPresent() && stalls.isStopped(desired.modules())) {
            // Somebody wants it so: whoever starts it again wakes us.
            return Result.SETTLED;
        }
        if (begun.add(vendor) && rebuilt(desired)) {
            return Result.SETTLED;
        }
        return open(desired);
    }

    private Result found(VendorId vendor) {
        if (!market.configured().contains(vendor)) {
            return Result.SETTLED;
        }
        Outcome<ModuleSet> founded = publish(vendor, () -> drafts.first(vendor));
        begun.add(vendor);
        if (founded instanceof Outcome.Refused<ModuleSet> refused) {
            LOG.warn(
                    "Vendor {} has no module set, and the module folder has none for it: {}",
                    vendor.value(),
                    refused.refusal().code());
            return Result.AGAIN;
        }
        return Result.SETTLED;
    }

    /** Whether a snapshot that was built again has become a generation. Otherwise the published one serves. */
    private boolean rebuilt(ModuleSet desired) {
        return drafts.hasRebuilt(desired)
                && publish(desired.vendor(), () -> drafts.rebuilt(desired.vendor()))
                        .isDone();
    }

    private Outcome<ModuleSet> publish(VendorId vendor, Supplier<Outcome<Draft>> drafting) {
        return publications.publish(CALLER, Optional.empty(), "reconcile-modules", "", vendor, drafting, unused -> {});
    }

    private Result open(ModuleSet desired) {
        Outcome<Stall> built = stalls.build(desired.vendor(), desired.modules());
        if (built instanceof Outcome.Refused<Stall> refused) {
            LOG.warn(
                    "Generation {} of vendor {} cannot be served: {} {}",
                    desired.generation(),
                    desired.vendor().value(),
                    refused.refusal().code(),
                    refused.refusal().message().arguments());
            return Result.AGAIN;
        }
        stalls.open(desired, built.orElseThrow());
        return Result.SETTLED;
    }
}
