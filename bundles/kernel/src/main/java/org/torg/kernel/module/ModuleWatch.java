package org.torg.kernel.module;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.SynchronousBundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees what others do to modules by hand, as it happens and on their thread: takes no lock and returns at once. */
final class ModuleWatch implements SynchronousBundleListener, ServiceListener {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleWatch.class);

    private final Bundle framework;
    private final Function<Bundle, Optional<ModuleBundle>> modules;
    private final Runnable whenChanged;

    /** @param whenChanged something may be brought back now */
    ModuleWatch(BundleContext context, Function<Bundle, Optional<ModuleBundle>> modules, Runnable whenChanged) {
        this.framework = context.getBundle(0);
        this.modules = modules;
        this.whenChanged = whenChanged;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (ModuleThread.isCurrent()) {
            return;
        }
        modules.apply(event.getBundle()).ifPresent(module -> {
            switch (event.getType()) {
                case BundleEvent.STOPPING -> lost(module, "is being stopped by hand");
                case BundleEvent.UPDATED -> {
                    module.spoil();
                    lost(module, "was updated by hand; the published one will be put back");
                    whenChanged.run();
                }
                case BundleEvent.UNINSTALLED -> {
                    module.spoil();
                    lost(module, "was uninstalled by hand; the published one will be put back");
                    whenChanged.run();
                }
                case BundleEvent.STARTED -> whenChanged.run();
                default -> {
                    // Nothing that matters to who serves.
                }
            }
        });
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (ModuleThread.isCurrent()) {
            return;
        }
        Bundle source = event.getServiceReference().getBundle();
        if (source == null) {
            return;
        }
        modules.apply(source).ifPresent(module -> {
            if (event.getType() == ServiceEvent.UNREGISTERING && module.contributes(event.getServiceReference())) {
                // Of two listeners the container's own may be told first.
                boolean stopping = source.getState() == Bundle.STOPPING;
                lost(module, stopping ? "is being stopped by hand" : "has withdrawn a service");
            } else if (event.getType() == ServiceEvent.REGISTERED
                    && module.running().isEmpty()) {
                whenChanged.run();
            }
        });
    }

    private void lost(ModuleBundle module, String what) {
        if (module.running().isPresent() && framework.getState() != Bundle.STOPPING) {
            LOG.warn(
                    "Module {} {} {}",
                    module.module().symbolicName(),
                    module.module().version(),
                    what);
        }
        module.lost();
    }
}
