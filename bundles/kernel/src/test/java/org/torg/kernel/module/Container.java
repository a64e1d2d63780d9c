package org.torg.kernel.module;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.joda.money.Money;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.component.ComponentContext;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.torg.api.module.ModuleSet;

/** A real framework with Declarative Services in this process. It offers the api and what vendors use from the class path. */
final class Container implements AutoCloseable {

    private final Framework framework;

    private Container(Framework framework) {
        this.framework = framework;
    }

    /** @param storage keeps what is installed from one start to the next */
    static Container start(Path storage) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                String.join(",", exports(ModuleSet.class), exports(Money.class), exports(Logger.class)));
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(configuration);
        try {
            framework.start();
            BundleContext context = framework.getBundleContext();
            for (Class<?> one : List.of(Function.class, Promise.class, ComponentContext.class, scr())) {
                context.installBundle(location(one).toString());
            }
            for (Bundle bundle : context.getBundles()) {
                if (!bundle.getLocation().startsWith(ModuleBundles.LOCATION)) {
                    bundle.start();
                }
            }
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
        return new Container(framework);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** The modules that are installed, in the order of their location. */
    List<Bundle> modules() {
        return java.util.Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(ModuleBundles.LOCATION))
                .sorted(java.util.Comparator.comparing(Bundle::getLocation))
                .toList();
    }

    /** The only one of this name that is installed. */
    Bundle module(String symbolicName) {
        List<Bundle> found = modules().stream()
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(symbolicName + ": " + found);
        }
        return found.get(0);
    }

    @Override
    public void close() {
        try {
            framework.stop();
            FrameworkEvent stopped = framework.waitForStop(TimeUnit.SECONDS.toMillis(20));
            if (stopped.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                throw new AssertionError("the framework does not stop");
            }
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> scr() {
        try {
            return Class.forName("org.apache.felix.scr.info.ScrInfo", false, Container.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static URI location(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The packages that the bundle of this class exports, with their versions, or all as one version has them. */
    private static String exports(Class<?> type) {
        Parameters exported =
                OSGiHeader.parseHeader(manifest(type).getMainAttributes().getValue(Constants.EXPORT_PACKAGE));
        exported.values().forEach(attributes -> attributes.remove("uses:"));
        return exported.toString();
    }

    static Manifest manifest(Class<?> type) {
        File file = new File(location(type));
        try {
            if (file.isDirectory()) {
                try (InputStream in = Files.newInputStream(file.toPath().resolve(JarFile.MANIFEST_NAME))) {
                    return new Manifest(in);
                }
            }
            try (JarFile jar = new JarFile(file)) {
                return jar.getManifest();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
