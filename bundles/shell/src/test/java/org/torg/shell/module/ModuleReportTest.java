package org.torg.shell.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSet.Module;
import org.torg.api.module.ModuleSet.Origin;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.VendorId;

class ModuleReportTest {

    private static final VendorId LIGHTING = new VendorId("lighting");
    private static final Instant NOW = Instant.parse("2026-03-31T08:15:30.123Z");
    private static final Module VENDOR = module("org.torg.vendors.lighting", "1.0.0", "Vendor");
    private static final Module CAMPAIGN = module("org.torg.modules.campaign", "1.2.0", "PricingModule");
    private static final Activation FILES =
            new Activation(List.of("a.jar", "b.jar"), List.of("org.torg.modules.express"));

    private static Module module(String name, String version, String contract) {
        return new Module(name, version, name + version, "blob", List.of(contract));
    }

    private static ModuleSet set(long generation, long parent, Origin origin, Module... modules) {
        return new ModuleSet(LIGHTING, generation, parent, origin, NOW, "user:u-1", List.of(modules));
    }

    private static ModuleOverview overview(
            Optional<Long> serving, List<ModuleFile> files, Optional<ModuleOverview.RefusedCandidate> refused) {
        PartHealth freight = new PartHealth(
                "org.torg.vendors.lighting",
                "lighting.freight",
                "1.0.0",
                "ShippingModule",
                PartHealth.State.RESTING,
                1200,
                9,
                1085,
                Optional.of(new PartHealth.Failure(NOW, "took too long")));
        return new ModuleOverview(
                set(4, 3, Origin.ACTIVATION, CAMPAIGN, VENDOR),
                serving,
                List.of(freight),
                List.of(new ModuleOverview.Draining(3, 2, NOW.plusSeconds(30))),
                files,
                refused);
    }

    @Test
    void theOverviewTellsHowEachPartFares() {
        List<String> lines = ModuleReport.overview(overview(Optional.of(4L), List.of(), Optional.empty()), List.of());

        assertThat(lines.get(0)).isEqualTo("lighting: generation 4 serves");
        assertThat(lines)
                .contains(
                        "MODULE                     VERSION  CONTRACT        PART              STATE        CALLS  P99"
                                + "       FAILURES  LAST FAILURE",
                        "org.torg.vendors.lighting  1.0.0    ShippingModule  lighting.freight  resting      1200   1.085 ms"
                                + "  9         2026-03-31T08:15:30Z took too long",
                        "org.torg.modules.campaign  1.2.0    PricingModule                     not serving",
                        "Generation 3 still finishes 2 evaluations, until 2026-03-31T08:16:00Z at most.",
                        "There are no files in the module folder.");
    }

    @Test
    void whatIsWantedAndWhatServesAreToldApart() {
        assertThat(ModuleReport.overview(overview(Optional.of(3L), List.of(), Optional.empty()), List.of())
                        .get(0))
                .isEqualTo("lighting: generation 3 serves; generation 4 is wanted");
        assertThat(ModuleReport.overview(overview(Optional.empty(), List.of(), Optional.empty()), List.of())
                        .get(0))
                .isEqualTo("lighting: away; generation 4 is wanted");
    }

    @Test
    void filesOfOtherVendorsAreLeftOut() {
        List<ModuleFile> files = List.of(
                new ModuleFile("c.jar", "org.torg.modules.campaign", "1.2.0", 4711, Optional.empty()),
                new ModuleFile("d.jar", "org.torg.modules.campaign", "1.3.0", 4712, Optional.empty()),
                new ModuleFile("l.jar", "org.torg.vendors.lighting", "1.0.0", 1, Optional.of(LIGHTING)),
                new ModuleFile("x.jar", "org.torg.vendors.dental", "1.0.0", 1, Optional.of(new VendorId("dental"))));

        List<String> lines = ModuleReport.overview(overview(Optional.of(4L), files, Optional.empty()), List.of());

        assertThat(lines)
                .contains(
                        "c.jar  org.torg.modules.campaign  1.2.0    4711   in use",
                        "d.jar  org.torg.modules.campaign  1.3.0    4712")
                .anyMatch(line -> line.startsWith("l.jar"))
                .noneMatch(line -> line.startsWith("x.jar"));
    }

    @Test
    void theLatestRefusalNamesTheFile() {
        Refusal refusal = Refusal.of(Refusal.Kind.UNPROCESSABLE, "module-unresolved", "Not resolved.")
                .with(List.of(Refusal.detail(
                        "/files/1", "module-unresolved", "{0} isn''t here.", Argument.text("org.x\u001b[2J"))));

        List<String> lines = ModuleReport.overview(
                overview(
                        Optional.of(4L),
                        List.of(),
                        Optional.of(new ModuleOverview.RefusedCandidate(NOW, FILES, refusal))),
                List.of());

        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "The latest candidate was refused, 2026-03-31T08:15:30Z:",
                        "  Not resolved. (module-unresolved)",
                        "  b.jar: org.x?[2J isn't here. (module-unresolved)");
    }

    @Test
    void aPlaceIsNamedWhereItCanBe() {
        assertThat(ModuleReport.place("/files/0", FILES)).isEqualTo("a.jar");
        assertThat(ModuleReport.place("/activate/1", FILES)).isEqualTo("b.jar");
        assertThat(ModuleReport.place("/remove/0", FILES)).isEqualTo("org.torg.modules.express");
        assertThat(ModuleReport.place("/modules/org.torg.modules.campaign", FILES))
                .isEqualTo("org.torg.modules.campaign");
        assertThat(ModuleReport.place("/files/2", FILES)).isEqualTo("/files/2");
        assertThat(ModuleReport.place("/rollbackTo", FILES)).isEqualTo("/rollbackTo");
        assertThat(ModuleReport.place("", FILES)).isEmpty();
    }

    @Test
    void generationsAreListedWithTheirModules() {
        assertThat(ModuleReport.overview(
                        overview(Optional.of(4L), List.of(), Optional.empty()),
                        List.of(set(4, 3, Origin.ACTIVATION, CAMPAIGN, VENDOR), set(1, 0, Origin.FIRST, VENDOR))))
                .contains(
                        "4           3        activation  2026-03-31T08:15:30Z  user:u-1  org.torg.modules.campaign 1.2.0,"
                                + " org.torg.vendors.lighting 1.0.0",
                        "1                    first       2026-03-31T08:15:30Z  user:u-1  org.torg.vendors.lighting 1.0.0");
    }

    @Test
    void afterAnActivationWhatHasChangedIsTold() {
        Module newer = module("org.torg.modules.campaign", "1.3.0", "PricingModule");
        Module express = module("org.torg.modules.express", "1.0.0", "ShippingModule");

        assertThat(ModuleReport.published(
                        set(5, 4, Origin.ACTIVATION, newer, VENDOR),
                        Optional.of(set(4, 3, Origin.ACTIVATION, CAMPAIGN, express, VENDOR))))
                .containsExactly(
                        "lighting: generation 5 is published",
                        "  changed  org.torg.modules.campaign 1.3.0 (was 1.2.0)",
                        "  removed  org.torg.modules.express 1.0.0");
        assertThat(ModuleReport.published(
                        set(5, 4, Origin.ACTIVATION, CAMPAIGN, VENDOR), Optional.of(set(4, 3, Origin.FIRST, VENDOR))))
                .contains("  added    org.torg.modules.campaign 1.2.0");
    }

    @Test
    void aRollbackTellsWhoseParametersCount() {
        assertThat(ModuleReport.published(
                        set(6, 2, Origin.ROLLBACK, VENDOR), Optional.of(set(5, 4, Origin.PARAMETER, VENDOR))))
                .containsExactly(
                        "lighting: generation 6 is published",
                        "  with the modules of generation 5",
                        "  with the parameters of generation 2");
    }
}
