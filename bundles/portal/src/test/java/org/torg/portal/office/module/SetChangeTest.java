package org.torg.portal.office.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.module.SetChange.Kind;

/** What would change is told before it is done. */
class SetChangeTest {

    private static final VendorId LIGHTING = new VendorId("lighting");

    /** @param modules as {@code name version digest} */
    private static ModuleSet set(String... modules) {
        return new ModuleSet(
                LIGHTING,
                2,
                1,
                ModuleSet.Origin.ACTIVATION,
                Instant.EPOCH,
                "user:1",
                Arrays.stream(modules)
                        .map(text -> text.split(" "))
                        .map(part -> new ModuleSet.Module(part[0], part[1], part[2], "blob", List.of()))
                        .toList());
    }

    private static ModuleFile file(String name, String version) {
        return new ModuleFile(name + "-" + version + ".jar", name, version, 1, Optional.empty());
    }

    private static List<String> told(List<SetChange> changes) {
        return changes.stream()
                .map(change -> change.module() + " " + change.kind())
                .toList();
    }

    @Test
    void generationsAreComparedModuleByModule() {
        ModuleSet before = set("a 1.0.0 x", "b 1.0.0 x", "c 1.0.0 x", "d 1.0.0-SNAPSHOT x");
        ModuleSet after = set("a 1.0.0 x", "b 1.1.0 y", "d 1.0.0-SNAPSHOT y", "e 1.0.0 x");

        assertThat(told(SetChange.between(before, after)))
                .containsExactly(
                        "a " + Kind.KEPT,
                        "b " + Kind.REPLACED,
                        "c " + Kind.REMOVED,
                        "d " + Kind.REPLACED,
                        "e " + Kind.ADDED);
    }

    @Test
    void aCandidateTakesThePlaceOfTheModuleOfItsName() {
        ModuleSet before = set("a 1.0.0 x", "b 1.0.0 x", "c 1.0.0 x");

        List<SetChange> changes =
                SetChange.by(before, List.of(file("a", "2.0.0"), file("n", "1.0.0"), file("c", "1.0.0")), List.of("b"));

        assertThat(told(changes))
                .containsExactly("a " + Kind.REPLACED, "b " + Kind.REMOVED, "c " + Kind.KEPT, "n " + Kind.ADDED);
    }

    @Test
    void aRefusalNamesTheFileThatItMeans() {
        Activation activation = new Activation(List.of("a.jar", "b.jar"), List.of("c"));
        assertThat(SetPage.named(activation, "/files/1")).isEqualTo("b.jar");
        assertThat(SetPage.named(activation, "/remove/0")).isEqualTo("c");
        assertThat(SetPage.named(activation, "/files/2")).isEmpty();
        assertThat(SetPage.named(activation, "")).isEmpty();
    }
}
