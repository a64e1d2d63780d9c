package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the built bundles say of themselves. */
class BundleManifestTest {
    private static final String API = "org.torg.api";
    private static final Map<String, Attributes> BUNDLES = bundles();

    @Test
    void looksAtEveryBundle() {
        assertThat(BUNDLES)
                .containsOnlyKeys(
                        API,
                        "org.torg.kernel",
                        "org.torg.persistence",
                        "org.torg.portal",
                        "org.torg.rest",
                        "org.torg.search",
                        "org.torg.shell",
                        "org.torg.vendors.dental",
                        "org.torg.vendors.hearing",
                        "org.torg.vendors.lighting",
                        "org.torg.modules.campaign",
                        "org.torg.modules.express",
                        "org.torg.connectors.clamav",
                        "org.torg.connectors.pdf",
                        "org.torg.connectors.smtp",
                        "org.torg.demo",
                        // Libraries at build time: inlined, never installed.
                        "org.torg.contract",
                        "org.torg.http",
                        "org.torg.json");
    }

    @Test
    void onlyTheApiExports() {
        BUNDLES.forEach((name, headers) -> {
            if (name.equals(API)) {
                assertThat(clauses(headers, "Export-Package")).isNotEmpty();
            } else {
                assertThat(clauses(headers, "Export-Package")).as(name).isEmpty();
            }
        });
    }

    @Test
    void everyExportHasAVersionOfItsOwn() {
        assertThat(clauses(BUNDLES.get(API), "Export-Package"))
                .allMatch(export -> export.matches("org\\.torg\\.api.*;version=\"[1-9][0-9]*\\.[0-9]+\\.[0-9]+\".*"));
    }

    @Test
    void noBundleNeedsAnotherOfOursButTheApi() {
        BUNDLES.forEach((name, headers) -> {
            assertThat(clauses(headers, "Import-Package"))
                    .as(name)
                    .allMatch(wanted -> !wanted.startsWith("org.torg.") || wanted.startsWith(API));
            assertThat(headers.getValue("Require-Bundle")).as(name).isNull();
            assertThat(headers.getValue("DynamicImport-Package")).as(name).isNull();
            assertThat(headers.getValue("Bundle-Activator")).as(name).isNull();
        });
    }

    @Test
    void nullnessAnnotationsAreNotNeededAtRunTime() {
        BUNDLES.forEach((name, headers) -> assertThat(clauses(headers, "Import-Package"))
                .as(name)
                .noneMatch(wanted -> wanted.startsWith("org.jspecify")));
    }

    /** Splits at the commas outside of quotes. */
    private static List<String> clauses(Attributes headers, String header) {
        String value = headers.getValue(header);
        return value == null
                ? List.of()
                : Stream.of(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).toList();
    }

    private static Map<String, Attributes> bundles() {
        Map<String, Attributes> bundles = new TreeMap<>();
        try {
            for (URL url :
                    Collections.list(BundleManifestTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    Attributes headers = new Manifest(in).getMainAttributes();
                    String name = headers.getValue("Bundle-SymbolicName");
                    if (name != null && name.startsWith("org.torg.")) {
                        bundles.put(name, headers);
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bundles;
    }
}
