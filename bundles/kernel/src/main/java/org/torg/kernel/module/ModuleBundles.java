package org.torg.kernel.module;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.BlobStore;

/**
 * The modules in the container. Each is installed beside all others, at a location that names its content, and started only
 * for as long as somebody holds it. Of each name the last one that was good stays installed; older ones go with their classes.
 */
@Component(service = ModuleBundles.class)
public final class ModuleBundles {

    static final String LOCATION = "torg:module/";

    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BundleContext context;
    private final BlobStore blobs;
    private final Duration patience;
    private final FrameworkWiring framework;
    private final ModuleWatch watch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ModuleBundle> installed = new ConcurrentHashMap<>();
    private final Map<String, ModuleBundle> kept = new HashMap<>();
    /** What is to go and cannot yet. */
    private final Set<ModuleBundle> stuck = new HashSet<>();

    private final ExecutorService releases = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "torg-module-releases");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Runnable whenChanged = () -> {};
    private boolean swept;
    private boolean closed;

    @Activate
    public ModuleBundles(BundleContext context, @Reference BlobStore blobs) {
        this(context, blobs, PATIENCE);
    }

    /** @param patience for each step of a module's own code, and for its services to come */
    ModuleBundles(BundleContext context, BlobStore blobs, Duration patience) {
        this.context = context;
        this.blobs = blobs;
        this.patience = patience;
        this.framework = context.getBundle(0).adapt(FrameworkWiring.class);
        this.watch = new ModuleWatch(context, this::find, () -> whenChanged.run());
        context.addBundleListener(watch);
        context.addServiceListener(watch);
    }

    /** @param listener told, on any thread, when what was lost may be brought back; returns at once */
    void whenChanged(Runnable listener) {
        whenChanged = listener;
    }

    /**
     * Runs a module, if it does not run yet, until it is released.
     *
     * @param whenAway called once, on any thread, when somebody else stops it; returns at once and takes no lock
     */
    Outcome<ModuleRun.Held> hold(ModuleSet.Module module, Runnable whenAway) {
        lock.lock();
        try {
            sweep();
            List.copyOf(stuck).forEach(this::discard);
            Outcome<ModuleBundle> found = installed(module);
            if (found instanceof Outcome.Refused<ModuleBundle> refused) {
                return Outcome.refused(refused.refusal());
            }
            ModuleBundle bundle = found.orElseThrow();
            Outcome<ModuleRun> run = bundle.running().map(Outcome::done).orElseGet(() -> bundle.start(framework));
            if (run.isDone()) {
                kept.remove(module.symbolicName(), bundle);
            } else {
                discard(bundle);
            }
            return run.map(running -> running.hold(whenAway));
        } finally {
            lock.unlock();
        }
    }

    /** Lets go; the last one stops the bundle, some time later. */
    void release(ModuleRun.Held held) {
        if (!releases.isShutdown()) {
            releases.execute(() -> releaseNow(held));
        }
    }

    /** Whether this module is installed as it was published, and somebody has stopped it. */
    boolean isStopped(ModuleSet.Module module) {
        return Optional.ofNullable(installed.get(location(module)))
                .filter(ModuleBundle::isStopped)
                .isPresent();
    }

    @Deactivate
    public void close() {
        context.removeServiceListener(watch);
        context.removeBundleListener(watch);
        releases.shutdown();
        lock.lock();
        try {
            closed = true;
            installed.values().stream()
                    .filter(bundle -> bundle.running().isPresent())
                    .forEach(ModuleBundle::stop);
        } finally {
            lock.unlock();
        }
    }

    private Outcome<ModuleBundle> installed(ModuleSet.Module module) {
        ModuleBundle present = installed.get(location(module));
        if (present != null && present.isSpoiled()) {
            discard(present);
            present = installed.get(location(module));
        }
        if (present != null && stuck.contains(present)) {
            String name = module.symbolicName();
            return Outcome.refused(ModuleRefusals.startFailed(ModuleRefusals.field(name), name, "Hung"));
        }
        return present == null ? install(module) : Outcome.done(present);
    }

    private Outcome<ModuleBundle> install(ModuleSet.Module module) {
        String name = module.symbolicName();
        String field = ModuleRefusals.field(name);
        if (closed) {
            return Outcome.refused(ModuleRefusals.startFailed(field, name, "stopping"));
        }
        Optional<Refusal> taken = makeRoom(module);
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        Bundle bundle;
        MessageDigest digest = ModuleJar.sha256();
        try (InputStream content = new DigestInputStream(blobs.open(module.blob()), digest)) {
            bundle = context.installBundle(location(module), content);
        } catch (BundleException e) {
            LOG.warn("Module {} {} cannot be installed", name, module.version(), e);
            return Outcome.refused(
                    e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR
                            ? ModuleRefusals.conflict(field, name, "a bundle of its name and version")
                            : ModuleRefusals.unreadable(field, name));
        } catch (IOException | StoreException e) {
            LOG.warn("Module {} {} cannot be read from the blobs", name, module.version(), e);
            return Outcome.refused(ModuleRefusals.unreadable(field, name));
        }
        ModuleBundle entry = new ModuleBundle(context, bundle, module, patience);
        installed.put(location(module), entry);
        if (!module.digest().equals(HexFormat.of().formatHex(digest.digest()))) {
            LOG.warn("Module {} {} is damaged in the blobs: it is not what was activated", name, module.version());
            discard(entry);
            return Outcome.refused(ModuleRefusals.unreadable(field, name));
        }
        Optional<Refusal> objection = entry.objection();
        if (objection.isPresent()) {
            discard(entry);
            return Outcome.refused(objection.get());
        }
        return Outcome.done(entry);
    }

    /** The container takes a name and version once: another build of it goes if nobody uses it, such as of a snapshot. */
    private Optional<Refusal> makeRoom(ModuleSet.Module module) {
        for (ModuleBundle other : List.copyOf(installed.values())) {
            if (other.module().symbolicName().equals(module.symbolicName())
                    && other.module().version().equals(module.version())) {
                if (other.running().isPresent() || other.isStuck()) {
                    return Optional.of(ModuleRefusals.versionTaken(
                            ModuleRefusals.field(module.symbolicName()), module.symbolicName(), module.version()));
                }
                discard(other);
            }
        }
        return Optional.empty();
    }

    private void releaseNow(ModuleRun.Held held) {
        lock.lock();
        try {
            if (!held.run().release(held) || closed) {
                return;
            }
            ModuleBundle bundle = installed.get(location(held.code().module()));
            if (bundle == null
                    || bundle.running().filter(run -> run != held.run()).isPresent()) {
                return;
            }
            if (bundle.running().isPresent()) {
                bundle.stop();
            }
            if (bundle.isStuck()) {
                discard(bundle);
                return;
            }
            ModuleBundle older = kept.put(held.code().module().symbolicName(), bundle);
            if (older != null && older != bundle) {
                discard(older);
            }
        } finally {
            lock.unlock();
        }
    }

    private void discard(ModuleBundle bundle) {
        kept.remove(bundle.module().symbolicName(), bundle);
        if (bundle.uninstall(framework)) {
            installed.remove(location(bundle.module()), bundle);
            stuck.remove(bundle);
        } else if (stuck.add(bundle)) {
            LOG.warn(
                    "Module {} {} hangs and cannot be removed until it lets go",
                    bundle.module().symbolicName(),
                    bundle.module().version());
        }
    }

    /** What an earlier life has left may have been changed by hand since: the blobs know better. */
    private void sweep() {
        if (swept) {
            return;
        }
        swept = true;
        List<Bundle> left = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(LOCATION)) {
                left.add(bundle);
            }
        }
        for (Bundle bundle : left) {
            ModuleSet.Module module = new ModuleSet.Module(
                    Optional.ofNullable(bundle.getSymbolicName()).orElse(""),
                    bundle.getVersion().toString(),
                    "",
                    "",
                    List.of());
            new ModuleBundle(context, bundle, module, patience).uninstall(framework);
        }
    }

    private Optional<ModuleBundle> find(Bundle bundle) {
        if (!bundle.getLocation().startsWith(LOCATION)) {
            return Optional.empty();
        }
        return installed.values().stream()
                .filter(module -> module.bundle().equals(bundle))
                .findFirst();
    }

    private static String location(ModuleSet.Module module) {
        return LOCATION + module.symbolicName() + "/" + module.version() + "/" + module.digest();
    }
}
