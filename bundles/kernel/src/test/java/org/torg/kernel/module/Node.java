package org.torg.kernel.module;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;
import org.torg.api.pricing.Simulations;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.VendorRegistry;

/** A node of a tenant that runs its vendors in a container, wired as in the distribution. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final Container container;
    final VendorRegistry registry;
    final Generations generations;
    final ModuleSets sets;

    private final Kernel kernel;
    private final ModuleBundles bundles;
    private final Stalls stalls;
    private final ModuleReconciler reconciler;

    /**
     * @param folder of the modules
     * @param storage of the container
     */
    Node(Kernel kernel, Path folder, Path storage) {
        this.kernel = kernel;
        container = Container.start(storage);
        registry = new VendorRegistry(kernel.clock, new Lighting());
        generations = new Generations(registry, kernel.transactions, kernel.stores.modules(), kernel.clock);
        bundles = new ModuleBundles(container.context(), kernel.blobs, PATIENCE);
        stalls = new Stalls(bundles, registry, kernel.faces);
        ModuleFolder files = new ModuleFolder(folder);
        Drafts drafts = new Drafts(files, kernel.blobs, kernel.transactions, kernel.stores.modules());
        Publications publications = new Publications(
                kernel.commands, kernel.transactions, kernel.stores.modules(), drafts, stalls, kernel.clock);
        sets = new ModuleSetService(
                kernel.gate,
                kernel.commands,
                kernel.transactions,
                kernel.stores.modules(),
                files,
                drafts,
                publications,
                stalls,
                registry,
                kernel.clock);
        reconciler = new ModuleReconciler(
                kernel.transactions, kernel.stores.modules(), drafts, publications, stalls, registry);
    }

    /** Waits until this generation serves here. */
    boolean serves(long generation) {
        return Eventually.holds(() -> serving().equals(Optional.of(generation)));
    }

    /** The generation that answers; empty during a gap. */
    Optional<Long> serving() {
        return registry.absent().contains(Kernel.LIGHTING)
                ? Optional.empty()
                : registry.serving(Kernel.LIGHTING).map(ModuleSet::generation);
    }

    /** Somebody asks for a price; when the last look is old enough, the node looks at the database. */
    void evaluate() {
        kernel.clock.move(Duration.ofSeconds(3));
        generations.using(Optional.of(Kernel.LIGHTING), generation -> org.torg.api.Outcome.done(generation.number()));
    }

    /** Prices under any generation, as they are simulated here. */
    Simulations simulations() {
        return kernel.simulations(generations, new EarlierModules(stalls));
    }

    /** The file of a module that does not run is gone, here and in the blobs. */
    void lose(ModuleSet.Module module) {
        try {
            container.module(module.symbolicName()).uninstall();
        } catch (BundleException e) {
            throw new AssertionError(e);
        }
        kernel.blobs.delete(module.blob());
    }

    /** Name, version and whether it runs, of each module that is installed. */
    List<String> modules() {
        return container.modules().stream()
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion()
                        + (bundle.getState() == Bundle.ACTIVE ? "" : " stopped"))
                .toList();
    }

    /** As a bundle that stops. */
    @Override
    public void close() {
        reconciler.stop();
        stalls.close();
        bundles.close();
        container.close();
    }

    /** As a process that dies: nothing is told. */
    void die() {
        reconciler.stop();
        container.close();
    }

    /** What the configuration says in a tenant of the lighting vendor. */
    private record Lighting() implements VendorRegistry.Configuration {

        @Override
        public String vendors() {
            return "lighting";
        }

        @Override
        public int budget() {
            return 2000;
        }

        @Override
        public int threads() {
            return 8;
        }

        @Override
        public int rest() {
            return 5;
        }

        /** What is tried on many carts is the test kit's matter. */
        @Override
        public int examining() {
            return 0;
        }

        @Override
        public int drain() {
            return 30;
        }

        @Override
        public int park() {
            return 0;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return VendorRegistry.Configuration.class;
        }
    }
}
