package org.torg.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.torg.benchmarks.bad.BadVendor;

/** Files for a tenant's module folder. */
final class ModuleFiles {
    private static final String LIGHTING = "org.torg.vendors.lighting";
    private static final String BAD = "org.torg.benchmarks.bad";
    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s.BadVendor">
              <service><provide interface="org.torg.api.vendor.Vendor"/></service>
              <implementation class="%1$s.BadVendor"/>
            </scr:component>
            """.formatted(BAD);

    private ModuleFiles() {}

    /** Writes the lighting vendor's bundle under another version; answers the name of the file. */
    static String lighting(Path distribution, Path folder, String version) {
        String name = "lighting-" + version + ".jar";
        try (Stream<Path> modules = Files.list(distribution.resolve("modules"))) {
            Path jar = modules.filter(file -> file.getFileName().toString().startsWith(LIGHTING))
                    .findFirst()
                    .orElseThrow();
            try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
                Manifest manifest = in.getManifest();
                manifest.getMainAttributes().putValue("Bundle-Version", version);
                try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(folder.resolve(name)), manifest)) {
                    for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                        write(out, entry.getName(), in.readAllBytes());
                    }
                }
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the bundle of the bad vendor. */
    static void bad(Path folder) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", BAD);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Provide-Capability", "org.torg.vendor;org.torg.vendor=bad");
        main.putValue("Service-Component", "OSGI-INF/bad.xml");
        main.putValue(
                "Import-Package",
                Stream.of("", ".account", ".cart", ".catalog", ".order", ".pricing", ".vendor")
                                .map(suffix -> "org.torg.api" + suffix + ";version=\"[1.0,2)\",")
                                .reduce("", String::concat)
                        + "org.joda.money;version=\"[1.0,2)\"");
        try (JarOutputStream out =
                new JarOutputStream(Files.newOutputStream(folder.resolve("bad-1.0.0.jar")), manifest)) {
            write(out, "OSGI-INF/bad.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
            for (String name : new String[] {"BadVendor.class", "BadModule.class"}) {
                try (InputStream in = BadVendor.class.getResourceAsStream(name)) {
                    write(out, BAD.replace('.', '/') + "/" + name, in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
