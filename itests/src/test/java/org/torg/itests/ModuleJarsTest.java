package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleJarsTest {
    private static final String SOURCE = """
            package org.example;

            import java.util.List;
            import java.util.Set;
            import org.osgi.service.component.annotations.Component;
            import org.torg.api.pricing.DeliveryOption;
            import org.torg.api.pricing.ModuleInfo;
            import org.torg.api.pricing.PricingRequest;
            import org.torg.api.pricing.ShippingModule;

            @Component
            public final class Nowhere implements ShippingModule {

                @Override
                public ModuleInfo info() {
                    return new ModuleInfo("nowhere", "1.0.0", Set.of(), Set.of());
                }

                @Override
                public List<DeliveryOption> options(PricingRequest request) {
                    return List.of();
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path build(String version, Map<String, String> headers) {
        return ModuleJars.build(
                folder,
                "org.example.nowhere",
                version,
                Map.of("org.example.Nowhere", SOURCE),
                Map.of("org/example/note.txt", "A note"),
                headers);
    }

    @Test
    void aBundleHasItsComponentItsResourcesAndRangesOfTheApi() throws IOException {
        Path file = build("1.2.0", Map.of());

        assertThat(file.getFileName()).hasToString("org.example.nowhere-1.2.0.jar");
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest.getMainAttributes().getValue("Service-Component"))
                    .isEqualTo("OSGI-INF/org.example.Nowhere.xml");
            assertThat(manifest.getMainAttributes().getValue("Import-Package"))
                    .contains("org.torg.api.pricing;version=\"[1.");
            assertThat(jar.getEntry("org/example/note.txt")).isNotNull();
            assertThat(jar.getEntry("org/example/Nowhere.class")).isNotNull();
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(build("1.2.0", Map.of()));

        assertThat(build("1.2.0", Map.of())).hasBinaryContent(first);
    }

    @Test
    void aHeaderThatIsGivenGoesFirst() throws IOException {
        Path file = build("1.2.0", Map.of("Import-Package", "org.torg.api.pricing;version=\"[7,8)\", *"));

        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Import-Package"))
                    .contains("org.torg.api.pricing;version=\"[7,8)\"");
        }
    }

    @Test
    void whatDoesNotCompileIsSaid() {
        Map<String, String> wrong = Map.of("org.example.Wrong", "package org.example; class Wrong { int x = y; }");

        assertThatThrownBy(() -> ModuleJars.build(folder, "wrong", "1", wrong, Map.of(), Map.of()))
                .hasMessageContaining("symbol");
    }
}
