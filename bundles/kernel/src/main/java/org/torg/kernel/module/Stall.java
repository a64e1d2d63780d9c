package org.torg.kernel.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.GuardedVendor;
import org.torg.kernel.vendor.Market;
import org.torg.kernel.vendor.ModuleCode;

/** The modules of a vendor, running and composed: beside the one that serves, then serving, then draining, then gone. */
final class Stall {

    private final Market market;
    private final ModuleBundles bundles;
    private final GuardedVendor composed;
    private final List<ModuleRun.Held> held;
    private final List<ModuleSet.Module> modules;
    private final Parts parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Whether all of them still run, and what happens otherwise. */
    private static final class Parts {

        private volatile boolean broken;
        private volatile Runnable whenBroken = () -> {};

        void breakUp() {
            broken = true;
            whenBroken.run();
        }
    }

    private Stall(
            Market market,
            ModuleBundles bundles,
            GuardedVendor composed,
            List<ModuleRun.Held> held,
            List<ModuleSet.Module> modules,
            Parts parts) {
        this.market = market;
        this.bundles = bundles;
        this.composed = composed;
        this.held = held;
        this.modules = modules;
        this.parts = parts;
    }

    /** Brings the modules up and composes them. What cannot be composed leaves nothing running. */
    static Outcome<Stall> build(Market market, ModuleBundles bundles, VendorId id, List<ModuleSet.Module> modules) {
        List<ModuleRun.Held> held = new ArrayList<>();
        boolean built = false;
        try {
            Parts parts = new Parts();
            List<ModuleCode> codes = new ArrayList<>();
            for (ModuleSet.Module module : modules) {
                Outcome<ModuleRun.Held> running = bundles.hold(module, parts::breakUp);
                if (running instanceof Outcome.Refused<ModuleRun.Held> refused) {
                    return Outcome.refused(refused.refusal());
                }
                held.add(running.orElseThrow());
                codes.add(running.orElseThrow().code());
            }
            Outcome<GuardedVendor> composed = market.compose(id, codes);
            built = composed.isDone();
            return composed.map(vendor ->
                    new Stall(market, bundles, vendor, List.copyOf(held), contributing(modules, codes), parts));
        } finally {
            if (!built) {
                held.forEach(bundles::release);
            }
        }
    }

    /** One that runs already may have come from another blob, which is lost. */
    private static List<ModuleSet.Module> contributing(List<ModuleSet.Module> modules, List<ModuleCode> codes) {
        List<ModuleSet.Module> contributing = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            ModuleSet.Module module = modules.get(i);
            contributing.add(new ModuleSet.Module(
                    module.symbolicName(),
                    module.version(),
                    module.digest(),
                    module.blob(),
                    codes.get(i).module().contracts()));
        }
        return List.copyOf(contributing);
    }

    /** Why it must not serve; empty when its parts answer as they should. */
    Optional<Refusal> objection(List<ParameterChange> set) {
        return market.examine(composed, modules, set);
    }

    /** To be evaluated, until the stall is closed. */
    GuardedVendor code() {
        return composed;
    }

    /** As they were asked for, with what each contributes. */
    List<ModuleSet.Module> modules() {
        return modules;
    }

    /** Whether these bundles, by content, are the ones of the stall. */
    boolean isMadeOf(List<ModuleSet.Module> modules) {
        return modules.stream()
                .map(ModuleSet.Module::digest)
                .sorted()
                .toList()
                .equals(modules().stream()
                        .map(ModuleSet.Module::digest)
                        .sorted()
                        .toList());
    }

    boolean isBroken() {
        return parts.broken;
    }

    /** The set serves from here on, until something else is published; then these modules are let go. */
    void open(ModuleSet set) {
        market.publish(set, composed, this::close);
    }

    /** @param listener told, on any thread, when somebody has stopped one of the modules; returns at once */
    void whenBroken(Runnable listener) {
        parts.whenBroken = listener;
        if (parts.broken) {
            listener.run();
        }
    }

    /** Lets its modules go. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            held.forEach(bundles::release);
        }
    }
}
