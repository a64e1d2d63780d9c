package org.torg.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.joda.money.Money;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;
import org.torg.api.vendor.Vendor;

/** Builds small bundles from Java source text, as an author's build would: components described, imports with ranges. */
final class ModuleJars {

    private ModuleJars() {}

    /**
     * Compiles and packs a bundle against the api, and against what a vendor compiles with besides. The same input gives the
     * same bytes.
     *
     * @param folder in which the jar comes to lie, as {@code <symbolicName>-<version>.jar}
     * @param sources qualified name of a class, such as {@code org.example.Shop}, to the text of its file
     * @param resources path in the jar to the text of a file
     * @param headers of the manifest, or instructions of bnd: what stands here goes before what bnd finds out, such as
     *     {@code Import-Package} or {@code Provide-Capability}
     */
    static Path build(
            Path folder,
            String symbolicName,
            String version,
            Map<String, String> sources,
            Map<String, String> resources,
            Map<String, String> headers) {
        try {
            Path work = Files.createTempDirectory("torg-module");
            Path classes = Files.createDirectories(work.resolve("classes"));
            if (!sources.isEmpty()) {
                compile(work.resolve("src"), classes, sources);
            }
            write(classes, resources);
            Files.createDirectories(folder);
            return pack(folder, classes, symbolicName, version, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path src, Path classes, Map<String, String> sources) throws IOException {
        write(
                src,
                sources.entrySet().stream()
                        .collect(Collectors.toMap(
                                source -> source.getKey().replace('.', '/') + ".java", Map.Entry::getValue)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> written = Files.walk(src)) {
            List<Path> all = written.filter(Files::isRegularFile).toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(all);
            String path = classPath().stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator));
            List<String> options =
                    List.of("--release", "17", "-proc:none", "-parameters", "-d", classes.toString(), "-cp", path);
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IllegalArgumentException("The module does not compile:\n" + messages);
            }
        }
    }

    private static Path pack(
            Path folder, Path classes, String symbolicName, String version, Map<String, String> headers) {
        Path file = folder.resolve(symbolicName + "-" + version + ".jar");
        try (Builder builder = new Builder()) {
            for (File entry : classPath()) {
                builder.addClasspath(entry);
            }
            builder.setProperty(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
            builder.setProperty(Constants.BUNDLE_VERSION, version);
            builder.setProperty(Constants.INCLUDERESOURCE, classes.toString());
            builder.setProperty(Constants.IMPORT_PACKAGE, "!org.jspecify.annotations, *");
            builder.setProperty(Constants.NOEXTRAHEADERS, "true");
            builder.setProperty(Constants.REPRODUCIBLE, "true");
            builder.setProperty(Constants.DSANNOTATIONS_OPTIONS, "norequirements");
            headers.forEach(builder::setProperty);
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IllegalArgumentException("No bundle: " + builder.getErrors() + builder.getWarnings());
            }
            jar.write(file.toFile());
            return file;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(symbolicName, e);
        }
    }

    private static void write(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    private static List<File> classPath() {
        List<File> path = new ArrayList<>();
        try {
            for (Class<?> type : List.of(Vendor.class, Money.class, Component.class, Bundle.class)) {
                path.add(new File(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return path;
    }
}
