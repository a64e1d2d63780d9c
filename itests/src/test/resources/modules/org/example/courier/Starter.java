package org.example.courier;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

public final class Starter implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("it does not start");
    }

    @Override
    public void stop(BundleContext context) {}
}
