package org.torg.kernel.module;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;
import org.torg.kernel.vendor.ModuleCode;

/** An installed module. Its steps are taken one at a time, under the lock of {@link ModuleBundles}. */
final class ModuleBundle {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundle.class);

    private final BundleContext context;
    private final Bundle bundle;
    private final ModuleSet.Module module;
    private final Duration patience;
    private volatile Optional<ModuleRun> run = Optional.empty();
    private volatile boolean spoiled;
    private Optional<ModuleThread.Hung> hung = Optional.empty();

    ModuleBundle(BundleContext context, Bundle bundle, ModuleSet.Module module, Duration patience) {
        this.context = context;
        this.bundle = bundle;
        this.module = module;
        this.patience = patience;
    }

    Bundle bundle() {
        return bundle;
    }

    ModuleSet.Module module() {
        return module;
    }

    /** Its content is no longer what was published: somebody has updated or uninstalled it. */
    boolean isSpoiled() {
        return spoiled;
    }

    void spoil() {
        spoiled = true;
    }

    Optional<ModuleRun> running() {
        return run;
    }

    /** Whether the bundle is there as it was published and does not run. */
    boolean isStopped() {
        return !spoiled && running().isEmpty() && bundle.getState() != Bundle.ACTIVE;
    }

    boolean contributes(ServiceReference<?> reference) {
        return running().filter(current -> current.contains(reference)).isPresent();
    }

    /** It does not run any more, whoever has stopped it. Told to its holders. Takes no lock. */
    void lost() {
        Optional<ModuleRun> lost = run;
        run = Optional.empty();
        lost.ifPresent(ModuleRun::end);
    }

    /** Why this bundle is no module at all, though it can be installed. */
    Optional<Refusal> objection() {
        String name = module.symbolicName();
        String field = ModuleRefusals.field(name);
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (!name.equals(bundle.getSymbolicName())
                || !module.version().equals(bundle.getVersion().toString())) {
            return Optional.of(ModuleRefusals.unreadable(field, name));
        }
        if ((revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return Optional.of(ModuleRefusals.conflict(field, name, "the bundle that it would attach to"));
        }
        // What others are wired to could not be let go without them.
        return revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(ModuleRefusals.conflict(field, name, "other bundles, because it exports packages"));
    }

    Outcome<ModuleRun> start(FrameworkWiring framework) {
        String name = module.symbolicName();
        String field = ModuleRefusals.field(name);
        if (!framework.resolveBundles(List.of(bundle))) {
            return Outcome.refused(Requirements.unresolved(bundle, framework));
        }
        int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(Math.max(1, level));
        Optional<String> failure = attempt("does not start", () -> {
            bundle.start(Bundle.START_TRANSIENT);
            return true;
        });
        if (failure.isPresent()) {
            return Outcome.refused(ModuleRefusals.startFailed(field, name, failure.get()));
        }
        Contributions contributions = new Contributions(context, bundle);
        return contributions.obtain(module, patience).flatMap(code -> began(code, contributions));
    }

    private Outcome<ModuleRun> began(ModuleCode code, Contributions contributions) {
        ModuleRun begun = new ModuleRun(code, contributions);
        run = Optional.of(begun);
        // From here on the watch tells when it goes; before, somebody may have been faster.
        if (bundle.getState() != Bundle.ACTIVE || spoiled || !contributions.areRegistered()) {
            lost();
            String name = module.symbolicName();
            return Outcome.refused(ModuleRefusals.startFailed(ModuleRefusals.field(name), name, "stopped meanwhile"));
        }
        return Outcome.done(begun);
    }

    /** Stops it; its holders have let go. */
    void stop() {
        run = Optional.empty();
        var unused = attempt("does not stop", () -> {
            bundle.stop(Bundle.STOP_TRANSIENT);
            return true;
        });
    }

    /**
     * Takes it out of the container, with its classes. Not while a step of it lasts: the container would wait for that with
     * its own lock in hand, and stand still as a whole.
     *
     * @return whether it is gone
     */
    boolean uninstall(FrameworkWiring framework) {
        run = Optional.empty();
        if (isStuck()) {
            return false;
        }
        var unused = attempt("cannot be uninstalled", () -> {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
            return true;
        });
        if (isStuck()) {
            return false;
        }
        framework.refreshBundles(List.of(bundle));
        return true;
    }

    /** Whether a step of it that was given up still goes on. */
    boolean isStuck() {
        return hung.filter(ModuleThread.Hung::lasts).isPresent();
    }

    /** Answers the names of what went wrong, which is logged. */
    private Optional<String> attempt(String otherwise, Callable<Boolean> step) {
        try {
            ModuleThread.call(module.symbolicName(), patience, step);
            return Optional.empty();
        } catch (ModuleThread.Failed e) {
            LOG.warn("Module {} {} {}{}", module.symbolicName(), module.version(), otherwise, e.trace());
            return Optional.of(e.classes());
        } catch (ModuleThread.Hung e) {
            hung = Optional.of(e);
            LOG.warn("Module {} {} {}: {}", module.symbolicName(), module.version(), otherwise, e.getMessage());
            return Optional.of(e.getClass().getSimpleName());
        }
    }
}
