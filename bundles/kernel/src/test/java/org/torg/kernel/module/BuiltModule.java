package org.torg.kernel.module;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.joda.money.Money;
import org.osgi.framework.BundleActivator;
import org.osgi.service.component.annotations.Component;
import org.torg.api.module.ModuleSet;
import org.torg.vendors.lighting.LightingVendor;

/** A bundle of a vendor or of a module's author, compiled and built in a test as its author would. */
final class BuiltModule {

    static final String VENDOR = "org.torg.vendors.lighting";
    static final String CAMPAIGN = "org.example.campaign";

    private static final String HEAD = """
            package org.example.campaign;
            import java.util.*;
            import org.osgi.framework.*;
            import org.osgi.service.component.annotations.*;
            import org.torg.api.pricing.*;
            """;

    private static final String PRICING_MODULE = """
                public ModuleInfo info() {
                    return new ModuleInfo("example.campaign", "1", Set.of(Phase.CAMPAIGN), Set.of());
                }
                public Contribution contribute(Phase phase, PricingRequest request) {
                    return Contribution.of();
                }
            """;

    private final byte[] content;

    private BuiltModule(Jar jar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            jar.write(bytes);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        content = bytes.toByteArray();
    }

    /** A delayed component that adds nothing to any price. */
    static BuiltModule campaign() {
        return component("");
    }

    /** The same with this in its class, such as a constructor. */
    static BuiltModule component(String more) {
        return of(
                HEAD
                        + "@Component(service = PricingModule.class) public final class Campaign implements PricingModule {"
                        + PRICING_MODULE + more + "}",
                Map.of());
    }

    /** A bundle with an activator that does this when it starts, given a {@code BundleContext context}. */
    static BuiltModule activator(String start) {
        return of(
                HEAD + "public final class Campaign implements BundleActivator {"
                        + "public void start(BundleContext context) throws Exception {" + start + "}"
                        + "public void stop(BundleContext context) {} }",
                Map.of(Constants.BUNDLE_ACTIVATOR, "org.example.campaign.Campaign"));
    }

    /** @param headers instructions and headers beside the usual ones */
    static BuiltModule of(String source, Map<String, String> headers) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "module");
            Path java = Files.createDirectories(folder.resolve("org/example/campaign"))
                    .resolve("Campaign.java");
            Files.writeString(java, source);
            Path classes = Files.createDirectories(folder.resolve("classes"));
            String path = Stream.of(ModuleSet.class, Money.class, Component.class, BundleActivator.class)
                    .map(type -> new File(Container.location(type)).getPath())
                    .reduce((one, other) -> one + File.pathSeparator + other)
                    .orElseThrow();
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp", path, java.toString());
            if (result != 0) {
                throw new AssertionError("does not compile: " + source);
            }
            try (Builder builder = new Builder()) {
                builder.setBundleSymbolicName(CAMPAIGN);
                builder.setBundleVersion("1.0.0");
                builder.setProperty(Constants.INCLUDEPACKAGE, "org.example.*");
                builder.setProperty(Constants.DSANNOTATIONS_OPTIONS, "norequirements");
                headers.forEach(builder::setProperty);
                builder.setClasspath(List.of(
                                classes.toFile(),
                                new File(Container.location(ModuleSet.class)),
                                new File(Container.location(Money.class)),
                                new File(Container.location(BundleActivator.class)))
                        .toArray(File[]::new));
                Jar built = builder.build();
                if (!builder.isOk()) {
                    throw new AssertionError(builder.getErrors());
                }
                return new BuiltModule(built);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The lighting vendor's own bundle. */
    static BuiltModule lighting() {
        try (Jar classes = new Jar(new File(Container.location(LightingVendor.class)))) {
            Manifest manifest = Container.manifest(LightingVendor.class);
            String capabilities = manifest.getMainAttributes().getValue(Constants.PROVIDE_CAPABILITY);
            if (!capabilities.contains("org.torg.vendor;")) {
                manifest.getMainAttributes()
                        .putValue(
                                Constants.PROVIDE_CAPABILITY,
                                capabilities + ",org.torg.vendor;org.torg.vendor=lighting");
            }
            classes.setManifest(manifest);
            return new BuiltModule(classes);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    BuiltModule version(String version) {
        return with(Map.of(Constants.BUNDLE_VERSION, version));
    }

    /** The same with other headers, as they would come from another build. */
    BuiltModule with(Map<String, String> headers) {
        try (Jar copy = open()) {
            Manifest manifest = copy.getManifest();
            new TreeMap<>(headers).forEach(manifest.getMainAttributes()::putValue);
            copy.setManifest(manifest);
            return new BuiltModule(copy);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    String header(String name) {
        try (Jar read = open()) {
            return String.valueOf(read.getManifest().getMainAttributes().getValue(name));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Jar open() throws IOException {
        return new Jar("module", new ByteArrayInputStream(content));
    }

    InputStream content() {
        return new ByteArrayInputStream(content);
    }

    /** Puts it into a folder, in the place of what has this name. */
    void into(Path folder, String name) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
