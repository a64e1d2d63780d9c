package org.torg.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A pricing and a shipping module that join a vendor, in as many versions as a test asks for. Their prices follow from the
 * major version alone: {@code 2.x} takes {@link #percent} 20 off each line and charges {@link #freight} 200 for delivery.
 * What is of one generation can so be told from every order.
 */
final class SwapModules {
    static final String REDUCTION = "org.example.reduction";
    static final String COURIER = "org.example.courier";

    /** Of the parts, in price traces. */
    static final String REDUCTION_PART = "reduction";

    static final String COURIER_PART = "courier";

    /** The delivery option. */
    static final String OPTION = "courier";

    private final Path folder;
    private final Path reduction;
    private final Path courier;

    /** @param folder the tenant's module folder */
    SwapModules(Path folder, Path work) {
        this.folder = folder;
        this.reduction = build(work, REDUCTION, "Reduction");
        this.courier = build(work, COURIER, "Courier");
    }

    private static Path build(Path work, String symbolicName, String name) {
        String type = symbolicName + "." + name;
        return ModuleJars.build(work, symbolicName, "1.0.0", Map.of(type, source(type)), Map.of(), Map.of());
    }

    /** The text of a class below {@code modules} of the test resources. */
    static String source(String type) {
        String path = "/modules/" + type.replace('.', '/') + ".java";
        try (InputStream in = SwapModules.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both modules in one version, in the module folder. */
    Path[] both(String version) {
        return new Path[] {reduction(version), courier(version)};
    }

    Path reduction(String version) {
        return inVersion(reduction, folder, REDUCTION, version);
    }

    Path courier(String version) {
        return inVersion(courier, folder, COURIER, version);
    }

    /** How much a version takes off each line, in per cent. */
    static int percent(String version) {
        return 10 * major(version);
    }

    /** What a version charges for delivery. */
    static int freight(String version) {
        return 100 * major(version);
    }

    private static int major(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** The same bundle under another version: nothing but its manifest differs. */
    private static Path inVersion(Path template, Path folder, String symbolicName, String version) {
        Path file = folder.resolve(symbolicName + "-" + version + ".jar");
        try (JarFile jar = new JarFile(template.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream copy = new JarOutputStream(out)) {
                copy.putNextEntry(timeless(JarFile.MANIFEST_NAME));
                manifest.write(copy);
                for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        copy.putNextEntry(timeless(entry.getName()));
                        jar.getInputStream(entry).transferTo(copy);
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same version has the same content whenever it is made. */
    private static JarEntry timeless(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }
}
