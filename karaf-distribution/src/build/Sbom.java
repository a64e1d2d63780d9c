import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the software bill of materials (CycloneDX 1.5) of an assembled distribution: the jars that are in it, whatever
 * brought them there, and those within bundles. The list of Maven's dependencies would not do: Karaf's features name jars that no POM has.
 *
 * <p>Arguments: the folder of the assembly, the version, the file to write.
 */
class Sbom {
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-([0-9].*)\\.jar");

    /** What a bundle of ours has taken into itself, in the words of its manifest. */
    private static final Pattern EMBEDDED =
            Pattern.compile("g=\"?([^;\",]+)\"?;a=\"?([^;\",]+)\"?;v=\"?([^;\",]+)\"?;l=\"?([^;\",]+)\"?");

    record Component(
            String group, String name, String version, String purl, String sha256, String licence, List<String> embedded) {
        String json() {
            String licences = licence.isEmpty() ? "" : ",\n      \"licenses\": [{\"license\": {\"name\": " + text(licence) + "}}]";
            String inside = embedded.isEmpty() ? "" : ",\n      \"components\": [" + String.join(", ", embedded) + "]";
            return """
                    {
                      "type": "library",
                      "bom-ref": %s,
                      "group": %s,
                      "name": %s,
                      "version": %s,
                      "purl": %s,
                      "hashes": [{"alg": "SHA-256", "content": "%s"}]%s%s
                    }"""
                    .formatted(text(purl), text(group), text(name), text(version), text(purl), sha256, licences, inside)
                    .indent(4)
                    .stripTrailing();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path assembly = Path.of(arguments[0]);
        List<Path> jars;
        try (Stream<Path> files = Files.walk(assembly)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        StringBuilder components = new StringBuilder();
        for (Path jar : jars) {
            components.append(components.isEmpty() ? "" : ",\n").append(component(assembly, jar).json());
            // What the manifest names is told with its bundle.
            String named = header(jar, "Embedded-Artifacts");
            for (Component inner : inside(jar)) {
                if (!named.contains("a=\"" + inner.name() + "\"")) {
                    components.append(",\n").append(inner.json());
                }
            }
        }
        if (jars.isEmpty()) {
            throw new IOException("No jar below " + assembly);
        }
        Files.writeString(Path.of(arguments[2]), """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.5",
                  "version": 1,
                  "metadata": {
                    "component": {"type": "application", "group": "org.torg", "name": "torg", "version": %s}
                  },
                  "components": [
                %s
                  ]
                }
                """.formatted(text(arguments[1]), components));
    }

    /** Below {@code system/} the path is the coordinates; the other jars have them in their names alone. */
    private static Component component(Path assembly, Path jar) throws Exception {
        Path path = assembly.relativize(jar);
        String file = path.getFileName().toString();
        String group = "org.apache.karaf";
        String name;
        String version;
        if (path.startsWith("system")) {
            int names = path.getNameCount();
            version = path.getName(names - 2).toString();
            name = path.getName(names - 3).toString();
            group = Stream.iterate(1, i -> i < names - 3, i -> i + 1)
                    .map(i -> path.getName(i).toString())
                    .collect(Collectors.joining("."));
        } else {
            Matcher parts = VERSIONED.matcher(file);
            if (!parts.matches()) {
                throw new IOException("No version in the name of " + jar);
            }
            name = parts.group(1);
            version = parts.group(2);
            // Modules are ours.
            group = path.startsWith("modules") ? "org.torg" : group;
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        return new Component(group, name, version, "pkg:maven/" + group + "/" + name + "@" + version, hash, licence(jar), embedded(jar));
    }

    private static List<String> embedded(Path jar) throws IOException {
        return EMBEDDED
                .matcher(header(jar, "Embedded-Artifacts"))
                .results()
                .map(one -> {
                    String purl = "pkg:maven/" + one.group(1) + "/" + one.group(2) + "@" + one.group(3);
                    // Two bundles may hold the same library; within a document a reference is said once.
                    String reference = jar.getFileName() + "#" + purl;
                    return "{\"type\": \"library\", \"bom-ref\": " + text(reference) + ", \"group\": " + text(one.group(1))
                            + ", \"name\": " + text(one.group(2)) + ", \"version\": " + text(one.group(3)) + ", \"purl\": "
                            + text(purl) + ", \"licenses\": [{\"license\": {\"id\": " + text(one.group(4)) + "}}]}";
                })
                .toList();
    }

    /** What bundles carry within them, as jars of their own. */
    private static List<Component> inside(Path jar) throws Exception {
        List<Component> found = new ArrayList<>();
        try (JarFile bundle = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(bundle.entries())) {
                if (entry.getName().matches("lib/[^/]+\\.jar")) {
                    found.add(inner(entry.getName(), bundle.getInputStream(entry).readAllBytes()));
                }
            }
        }
        return found;
    }

    /** By the coordinates that Maven wrote into it, else by its manifest. */
    private static Component inner(String path, byte[] bytes) throws Exception {
        Properties coordinates = new Properties();
        Attributes headers;
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
            headers = jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    coordinates.load(jar);
                }
            }
        }
        String group = coordinates.getProperty("groupId", Objects.toString(headers.getValue("Extension-Name"), "unknown"));
        String name = coordinates.getProperty("artifactId", path.replaceAll(".*/|\\.jar", ""));
        String version = coordinates.getProperty(
                "version", Objects.toString(headers.getValue("Implementation-Version"), "unknown").split(" ")[0]);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String licence = Objects.toString(headers.getValue("Bundle-License"), "").strip();
        return new Component(group, name, version, "pkg:maven/" + group + "/" + name + "@" + version, hash, licence, List.of());
    }

    private static String licence(Path jar) throws IOException {
        return header(jar, "Bundle-License");
    }

    private static String header(Path jar, String name) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Manifest manifest = opened.getManifest();
            String value = manifest == null ? null : manifest.getMainAttributes().getValue(new Attributes.Name(name));
            return value == null ? "" : value.strip();
        }
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
