package org.torg.rest.system;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * How far the container has got. Features may be installed while it is still on its way up, and then count as installed before
 * their bundles of later levels are started.
 */
final class StartLevels {

    private final FrameworkStartLevel framework;
    private final int last;

    StartLevels(BundleContext context) {
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        // The container's own property is the level at which Karaf waits for its lock; where it goes then, Karaf says
        // here.
        last = Integer.getInteger(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, 1);
    }

    /** Whether all bundles that are to be started have been. */
    boolean areReached() {
        return framework.getStartLevel() >= last;
    }
}
