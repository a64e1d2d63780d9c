package org.torg.kernel.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.module.BuiltModule.CAMPAIGN;
import static org.torg.kernel.module.BuiltModule.VENDOR;

import aQute.bnd.osgi.Constants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSet.Origin;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.event.EventService;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.Parallel;

/** Sets from the module folder to the market and back, on a node with a container of its own. */
class ModuleSetTest {

    private static final BuiltModule LIGHTING_JAR = BuiltModule.lighting();
    private static final BuiltModule CAMPAIGN_JAR = BuiltModule.campaign();

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract {

        private static final String LIGHTING_VERSION = LIGHTING_JAR.header(Constants.BUNDLE_VERSION);

        @TempDir
        Path folder;

        @TempDir
        Path storage;

        @TempDir
        Path otherStorage;

        private final Database database;
        private final Kernel kernel;
        private Node node;

        Contract(Database database) {
            this.database = database;
            this.kernel = new Kernel(database);
        }

        @BeforeEach
        void foundLighting() {
            database.clean();
            LIGHTING_JAR.into(folder, "lighting.jar");
            CAMPAIGN_JAR.into(folder, "campaign.jar");
            node = new Node(kernel, folder, storage);
            assertThat(node.serves(1)).isTrue();
        }

        @AfterEach
        void stop() {
            node.close();
        }

        private Outcome<ModuleSet> activate(String... files) {
            return node.sets.activate(STAFF, Optional.empty(), LIGHTING, new Activation(List.of(files), List.of()));
        }

        private Outcome<ModuleSet> remove(String... names) {
            return node.sets.activate(STAFF, Optional.empty(), LIGHTING, new Activation(List.of(), List.of(names)));
        }

        private Outcome<ModuleSet> rollback(long generation) {
            return node.sets.rollback(STAFF, Optional.empty(), LIGHTING, generation);
        }

        private ModuleOverview overview() {
            return node.sets.overview(STAFF, LIGHTING).orElseThrow();
        }

        private ModuleSet desired() {
            return overview().desired();
        }

        private static List<String> names(ModuleSet set) {
            return set.modules().stream()
                    .map(module -> module.symbolicName() + " " + module.version() + " " + module.contracts())
                    .toList();
        }

        private List<String> parts() {
            return overview().parts().stream().map(PartHealth::name).toList();
        }

        private long blobs() throws IOException {
            try (Stream<Path> files = Files.list(database.blobs())) {
                return files.count();
            }
        }

        private boolean runs(String... modules) {
            return Eventually.holds(() -> node.modules().equals(List.of(modules)));
        }

        private void restart() {
            node.close();
            node = new Node(kernel, folder, storage);
        }

        /** As another node that has published; nothing is told to this one. */
        private void publishBeside(ModuleSet set) {
            kernel.transactions.change(
                    tx -> kernel.stores.modules().publish(tx, set, set.generation() - 1, Optional.empty()));
        }

        private static ModuleSet next(ModuleSet set, List<ModuleSet.Module> modules) {
            return new ModuleSet(
                    set.vendor(),
                    set.generation() + 1,
                    set.generation(),
                    Origin.ACTIVATION,
                    set.publishedAt(),
                    "user:other",
                    modules);
        }

        @Test
        void theFirstGenerationIsFoundedFromTheModuleFolder() {
            ModuleSet set = desired();

            assertThat(set.generation()).isEqualTo(1);
            assertThat(set.origin()).isEqualTo(Origin.FIRST);
            assertThat(set.author()).isEqualTo("machine:modules");
            assertThat(names(set)).containsExactly(VENDOR + " " + LIGHTING_VERSION + " [Vendor]");
            assertThat(overview().files())
                    .extracting(ModuleFile::name, ModuleFile::symbolicName, ModuleFile::vendor)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("campaign.jar", CAMPAIGN, Optional.empty()),
                            org.assertj.core.groups.Tuple.tuple("lighting.jar", VENDOR, Optional.of(LIGHTING)));
        }

        @Test
        void aModuleJoinsAndLeavesInOneStepEach() {
            ModuleSet joined = activate("campaign.jar").orElseThrow();

            assertThat(joined.generation()).isEqualTo(2);
            assertThat(joined.parent()).isEqualTo(1);
            assertThat(joined.origin()).isEqualTo(Origin.ACTIVATION);
            assertThat(names(joined))
                    .containsExactly(
                            CAMPAIGN + " 1.0.0 [PricingModule]", VENDOR + " " + LIGHTING_VERSION + " [Vendor]");
            assertThat(node.serving()).contains(2L);
            assertThat(parts()).contains("example.campaign");
            assertThat(node.modules()).containsExactly(CAMPAIGN + " 1.0.0", VENDOR + " " + LIGHTING_VERSION);

            ModuleSet left = remove(CAMPAIGN).orElseThrow();

            assertThat(left.generation()).isEqualTo(3);
            assertThat(parts()).doesNotContain("example.campaign");
            assertThat(runs(CAMPAIGN + " 1.0.0 stopped", VENDOR + " " + LIGHTING_VERSION))
                    .isTrue();
        }

        @Test
        void aNewVersionStartsBesideTheOldOneWhichThenStops() {
            activate("campaign.jar").orElseThrow();
            CAMPAIGN_JAR.version("1.1.0").into(folder, "campaign-1.1.0.jar");

            activate("campaign-1.1.0.jar").orElseThrow();

            assertThat(node.serving()).contains(3L);
            assertThat(runs(CAMPAIGN + " 1.0.0 stopped", CAMPAIGN + " 1.1.0", VENDOR + " " + LIGHTING_VERSION))
                    .isTrue();
        }

        @Test
        void aPublishedSetIsAuditedAndTold() {
            activate("campaign.jar").orElseThrow();

            assertThat(kernel.audit
                            .find(STAFF, AuditTrail.Query.of(Optional.of("lighting/2")), PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .extracting(AuditEntry::command)
                    .containsExactly("activate-modules");
            assertThat(new EventService(kernel.transactions, kernel.stores.events(), kernel.gate)
                            .after(STAFF, Optional.empty(), 10)
                            .orElseThrow()
                            .items())
                    .extracting(EventRecord::event)
                    .endsWith(new Event.ModuleSetPublished(LIGHTING, Optional.empty(), 2));
        }

        @Test
        void aRepeatUnderTheSameKeyPublishesNothing() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));
            Activation activation = new Activation(List.of("campaign.jar"), List.of());
            ModuleSet first =
                    node.sets.activate(STAFF, key, LIGHTING, activation).orElseThrow();

            assertThat(node.sets.activate(STAFF, key, LIGHTING, activation).orElseThrow())
                    .isEqualTo(first);
            assertThat(code(node.sets.rollback(STAFF, key, LIGHTING, 1))).isEqualTo("idempotency-key-reused");
            assertThat(desired().generation()).isEqualTo(2);
        }

        private void isRefused(String code, String field, Activation activation) throws IOException {
            long blobs = blobs();

            Refusal refusal = refusal(node.sets.activate(STAFF, Optional.empty(), LIGHTING, activation));

            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly(field);
            assertThat(node.serving()).contains(1L);
            assertThat(desired().generation()).isEqualTo(1);
            assertThat(overview().lastRefusal().orElseThrow().refusal()).isEqualTo(refusal);
            assertThat(overview().lastRefusal().orElseThrow().activation()).isEqualTo(activation);
            assertThat(blobs()).isEqualTo(blobs);
            assertThat(Eventually.holds(
                            () -> node.modules().stream().noneMatch(module -> module.equals(CAMPAIGN + " 1.0.0"))))
                    .isTrue();
        }

        private void isRefused(String code, String field, String... files) throws IOException {
            isRefused(code, field, new Activation(List.of(files), List.of()));
        }

        @Test
        void onlyFilesThatLieInTheFolderItselfCanBeActivated() throws IOException {
            Path outside = Files.createDirectories(folder.resolve("sub")).resolve("secret.jar");
            Files.copy(folder.resolve("campaign.jar"), outside);
            Files.createSymbolicLink(folder.resolve("link.jar"), outside);

            for (String name : List.of("nothing.jar", "sub/secret.jar", "../x.jar", "link.jar", "sub", "", ".", "\0")) {
                isRefused("module-file-unknown", "/files/1", "campaign.jar", name);
            }
            isRefused("module-file-unknown", "/files/0", outside.toString());
        }

        @Test
        void whatIsNoBundleIsRefused() throws IOException {
            Files.writeString(folder.resolve("text.jar"), "no archive");
            isRefused("module-unreadable", "/files/1", "campaign.jar", "text.jar");
        }

        @Test
        void anActivationSaysSomethingAndNotTooMuch() {
            assertThat(code(activate())).isEqualTo("activation-empty");
            assertThat(code(activate(Collections.nCopies(Activation.MOST + 1, "campaign.jar")
                            .toArray(String[]::new))))
                    .isEqualTo("activation-too-large");
        }

        @Test
        void aModuleIsNamedOnceAndOnlyOneThatIsThereLeaves() throws IOException {
            CAMPAIGN_JAR.version("2.0.0").into(folder, "second.jar");
            isRefused("module-conflict", "/files/1", "campaign.jar", "second.jar");
            isRefused("module-unknown", "/remove/0", new Activation(List.of("campaign.jar"), List.of(CAMPAIGN)));
        }

        @Test
        void aVersionThatWasPublishedKeepsItsContentForEver() throws IOException {
            activate("campaign.jar").orElseThrow();
            remove(CAMPAIGN).orElseThrow();
            BuiltModule.component("public String toString() { return \"other\"; }")
                    .into(folder, "campaign.jar");

            Refusal refusal = refusal(activate("campaign.jar"));

            assertThat(refusal.code()).isEqualTo("module-version-taken");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            long blobs = blobs();
            CAMPAIGN_JAR.into(folder, "campaign.jar");
            assertThat(activate("campaign.jar").isDone()).isTrue();
            assertThat(blobs()).isEqualTo(blobs);
        }

        @Test
        void aModuleForAnotherApiIsRefusedByItsFile() throws IOException {
            String imports = CAMPAIGN_JAR
                    .header(Constants.IMPORT_PACKAGE)
                    .replaceAll(
                            "org\\.torg\\.api\\.pricing;version=\"[^\"]*\"",
                            "org.torg.api.pricing;version=\"[99,100)\"");
            CAMPAIGN_JAR.with(Map.of(Constants.IMPORT_PACKAGE, imports)).into(folder, "campaign.jar");

            isRefused("module-api-incompatible", "/files/0", "campaign.jar");
        }

        @Test
        void aModuleThatFailsWhenItIsObtainedIsRefusedByItsFile() throws IOException {
            BuiltModule.component("public Campaign() { throw new IllegalStateException(); }")
                    .into(folder, "campaign.jar");

            isRefused("module-service-failed", "/files/0", "campaign.jar");
        }

        @Test
        void aSetWithoutItsVendorIsRefused() {
            activate("campaign.jar").orElseThrow();

            assertThat(code(remove(VENDOR))).isEqualTo("vendor-missing");
            assertThat(node.serving()).contains(2L);
            List<AuditEntry> refused = kernel.transactions.read(tx -> kernel.stores
                    .commands()
                    .audit(tx, AuditTrail.Query.of(Optional.of("lighting/vendor-missing")), Optional.empty(), 5));
            assertThat(refused).extracting(AuditEntry::command).containsExactly("refuse-modules");
        }

        @Test
        void aVendorOfWhichNothingIsLeftHasLeftUntilItIsRolledBack() {
            ModuleSet left = remove(VENDOR).orElseThrow();

            assertThat(left.generation()).isEqualTo(2);
            assertThat(left.modules()).isEmpty();
            assertThat(node.serving()).isEmpty();
            assertThat(overview().desired()).isEqualTo(left);
            assertThat(Eventually.holds(() -> node.container.module(VENDOR).getState() != Bundle.ACTIVE))
                    .isTrue();

            node.sets.rollback(STAFF, Optional.empty(), LIGHTING, 1).orElseThrow();
            assertThat(node.serves(3)).isTrue();
        }

        @Test
        void theBundleOfOneVendorIsNotAnothers() {
            VendorId dental = new VendorId("dental");

            assertThat(code(node.sets.activate(
                            STAFF, Optional.empty(), dental, new Activation(List.of("lighting.jar"), List.of()))))
                    .isEqualTo("vendor-differs");
            assertThat(code(node.sets.overview(STAFF, dental))).isEqualTo("vendor-not-found");
        }

        @Test
        void rollingBackPublishesTheModulesOfAnEarlierGeneration() {
            activate("campaign.jar").orElseThrow();

            ModuleSet back = rollback(1).orElseThrow();

            assertThat(back.generation()).isEqualTo(3);
            assertThat(back.parent()).isEqualTo(1);
            assertThat(back.origin()).isEqualTo(Origin.ROLLBACK);
            assertThat(node.serving()).contains(3L);
            assertThat(parts()).doesNotContain("example.campaign");
            assertThat(code(rollback(3))).isEqualTo("generation-current");
            assertThat(code(rollback(9))).isEqualTo("generation-unknown");
            assertThat(rollback(2).orElseThrow().modules()).hasSize(2);
            assertThat(parts()).contains("example.campaign");
        }

        @Test
        void generationsAreListedFromTheNewestInPages() {
            activate("campaign.jar").orElseThrow();
            rollback(1).orElseThrow();

            var first =
                    node.sets.generations(STAFF, LIGHTING, PageRequest.first(2)).orElseThrow();
            var second = node.sets
                    .generations(STAFF, LIGHTING, new PageRequest(first.next(), 2))
                    .orElseThrow();

            assertThat(first.items()).extracting(ModuleSet::generation).containsExactly(3L, 2L);
            assertThat(second.items()).extracting(ModuleSet::generation).containsExactly(1L);
            assertThat(second.next()).isEmpty();
            assertThat(code(node.sets.generations(STAFF, LIGHTING, new PageRequest(Optional.of("x"), 2))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        void eachNeedsItsRight() {
            var reader = Callers.with(new Grant(Function.MODULE_READ, Scope.of(LIGHTING)));
            var foreign = Callers.with(
                    new Grant(Function.MODULE_READ, Scope.of(new VendorId("dental"))),
                    new Grant(Function.MODULE_ACTIVATE, Scope.of(new VendorId("dental"))));
            Activation activation = new Activation(List.of("campaign.jar"), List.of());

            assertThat(node.sets.overview(reader, LIGHTING).isDone()).isTrue();
            assertThat(code(node.sets.overview(foreign, LIGHTING))).isEqualTo("right-missing");
            assertThat(code(node.sets.generations(foreign, LIGHTING, PageRequest.first(1))))
                    .isEqualTo("right-missing");
            for (var caller : List.of(reader, foreign)) {
                assertThat(code(node.sets.activate(caller, Optional.empty(), LIGHTING, activation)))
                        .isEqualTo("right-missing");
                assertThat(code(node.sets.rollback(caller, Optional.empty(), LIGHTING, 1)))
                        .isEqualTo("right-missing");
            }
            assertThat(code(node.sets.activate(Callers.stranger(), Optional.empty(), LIGHTING, activation)))
                    .isEqualTo("token-missing");
            assertThat(overview().lastRefusal()).isEmpty();
        }

        @Test
        void activationsAtTheSameTimeFollowOneAfterTheOther() {
            for (int i = 0; i < 3; i++) {
                CAMPAIGN_JAR
                        .with(Map.of(Constants.BUNDLE_VERSION, "1." + i + ".0"))
                        .into(folder, "campaign-" + i + ".jar");
            }

            List<Long> generations = Parallel.run(
                    3, i -> activate("campaign-" + i + ".jar").orElseThrow().generation());

            assertThat(generations).containsExactlyInAnyOrder(2L, 3L, 4L);
            assertThat(node.serving()).contains(4L);
        }

        /** Each keeps a thread of the HTTP server while it waits, and these sell. */
        @Test
        void soManyActivationsAtTheSameTimeAreRefusedThatSomebodyCanStillSell() {
            List<String> codes = Parallel.run(
                    40,
                    i -> activate("campaign.jar") instanceof Outcome.Refused<ModuleSet> refused
                            ? refused.refusal().code()
                            : "published");

            assertThat(codes).containsOnly("published", "changed-meanwhile");
            assertThat(codes).filteredOn("published"::equals).hasSizeGreaterThanOrEqualTo(12);
            assertThat(activate("campaign.jar").isDone()).isTrue();
        }

        @Test
        void aBlobThatWasLostComesBackWithItsFile() {
            activate("campaign.jar").orElseThrow();
            String lost = campaignBlob();
            kernel.blobs.delete(lost);

            activate("campaign.jar").orElseThrow();

            assertThat(campaignBlob()).isNotEqualTo(lost);
            restart();
            assertThat(node.serves(3)).isTrue();
        }

        private String campaignBlob() {
            return desired().modules().stream()
                    .filter(module -> module.symbolicName().equals(CAMPAIGN))
                    .findFirst()
                    .orElseThrow()
                    .blob();
        }

        @Test
        void aRestartResumesThePublishedSetFromTheBlobs() throws IOException {
            activate("campaign.jar").orElseThrow();
            Files.delete(folder.resolve("campaign.jar"));
            LIGHTING_JAR.version("99.0.0").into(folder, "lighting.jar");

            restart();

            assertThat(node.serves(2)).isTrue();
            assertThat(parts()).contains("example.campaign");
            assertThat(desired().generation()).isEqualTo(2);
            assertThat(node.modules()).containsExactly(CAMPAIGN + " 1.0.0", VENDOR + " " + LIGHTING_VERSION);
        }

        @Test
        void aCrashRightAfterTheCommitLeavesTheNewSet() {
            ModuleSet with = activate("campaign.jar").orElseThrow();
            rollback(1).orElseThrow();
            publishBeside(next(desired(), with.modules()));
            assertThat(node.serving()).contains(3L);

            node.die();
            node = new Node(kernel, folder, storage);

            assertThat(node.serves(4)).isTrue();
            assertThat(parts()).contains("example.campaign");
        }

        @Test
        void anotherNodesSetIsFollowed() {
            try (Node other = new Node(kernel, folder, otherStorage)) {
                assertThat(other.serves(1)).isTrue();
                activate("campaign.jar").orElseThrow();

                assertThat(Eventually.holds(() -> {
                            other.evaluate();
                            return other.serving().equals(Optional.of(2L));
                        }))
                        .isTrue();
                assertThat(other.modules()).contains(CAMPAIGN + " 1.0.0");
            }
        }

        @Test
        void aSnapshotThatWasBuiltAgainIsTakenAtAStartAndNothingElseIs() {
            CAMPAIGN_JAR.version("1.0.0.SNAPSHOT").into(folder, "campaign.jar");
            CAMPAIGN_JAR
                    .with(Map.of(Constants.BUNDLE_SYMBOLICNAME, "org.example.fixed"))
                    .into(folder, "other.jar");
            activate("campaign.jar").orElseThrow();
            restart();
            assertThat(node.serves(2)).isTrue();
            ModuleSet before = desired();

            CAMPAIGN_JAR
                    .with(Map.of(Constants.BUNDLE_VERSION, "1.0.0.SNAPSHOT", "Built", "again"))
                    .into(folder, "campaign.jar");
            restart();

            assertThat(node.serves(3)).isTrue();
            assertThat(desired().origin()).isEqualTo(Origin.SNAPSHOT);
            assertThat(desired().modules().get(0).digest())
                    .isNotEqualTo(before.modules().get(0).digest());
            // The container takes a name and version only once.
            assertThat(code(rollback(2))).isEqualTo("module-version-taken");
            assertThat(node.serving()).contains(3L);
        }

        @Test
        void aSnapshotThatIsBrokenLeavesThePublishedOne() {
            CAMPAIGN_JAR.version("1.0.0.SNAPSHOT").into(folder, "campaign.jar");
            activate("campaign.jar").orElseThrow();
            BuiltModule.component("public Campaign() { throw new IllegalStateException(); }")
                    .version("1.0.0.SNAPSHOT")
                    .into(folder, "campaign.jar");

            restart();

            assertThat(node.serves(2)).isTrue();
            assertThat(desired().generation()).isEqualTo(2);
        }

        @Test
        void whoeverStopsABundleByHandMakesAGapUntilItIsStartedAgain() throws BundleException {
            activate("campaign.jar").orElseThrow();
            Bundle bundle = node.container.module(CAMPAIGN);

            bundle.stop();
            assertThat(node.serving()).isEmpty();
            assertThat(overview().serving()).isEmpty();
            bundle.start();

            assertThat(node.serves(2)).isTrue();
            assertThat(node.container.module(CAMPAIGN)).isEqualTo(bundle);
        }

        @Test
        void whoeverUpdatesABundleByHandGetsThePublishedOneBack() throws BundleException {
            activate("campaign.jar").orElseThrow();

            node.container.module(CAMPAIGN).update(CAMPAIGN_JAR.version("6.6.6").content());

            assertThat(runs(CAMPAIGN + " 1.0.0", VENDOR + " " + LIGHTING_VERSION))
                    .isTrue();
            assertThat(node.serves(2)).isTrue();
        }

        @Test
        void aBundleThatWasStoppedInVainDoesNotDisturbWhoHasReplacedIt() throws BundleException {
            activate("campaign.jar").orElseThrow();
            Bundle bundle = node.container.module(CAMPAIGN);
            remove(CAMPAIGN).orElseThrow();

            bundle.stop();

            assertThat(node.serving()).contains(3L);
        }

        @Test
        void whatCannotBeServedHereIsTriedAgainAndLeavesTheOldOne() throws IOException {
            ModuleSet.Module lost =
                    new ModuleSet.Module(CAMPAIGN, "3.0.0", "0".repeat(64), "no-such-blob", List.of("PricingModule"));
            ModuleSet first = desired();
            publishBeside(next(first, List.of(lost, first.modules().get(0))));
            node.evaluate();
            node.evaluate();
            assertThat(node.serving()).contains(1L);
            publishBeside(next(desired(), first.modules()));

            assertThat(Eventually.holds(() -> {
                        node.evaluate();
                        return node.serving().equals(Optional.of(3L));
                    }))
                    .isTrue();
        }

        @Test
        void aVendorThatIsNotInTheFolderIsFoundedWhenItComes() throws IOException {
            node.close();
            database.clean();
            Files.delete(folder.resolve("lighting.jar"));
            node = new Node(kernel, folder, storage);
            assertThat(node.serving()).isEmpty();

            LIGHTING_JAR.into(folder, "lighting.jar");

            assertThat(node.serves(1)).isTrue();
        }

        @Test
        void theNewestOfSeveralIsTakenAsTheFirst() {
            node.close();
            database.clean();
            LIGHTING_JAR.version("10.0.0").into(folder, "a.jar");
            LIGHTING_JAR.version("9.0.0").into(folder, "b.jar");
            node = new Node(kernel, folder, storage);

            assertThat(node.serves(1)).isTrue();
            assertThat(desired().modules())
                    .extracting(ModuleSet.Module::version)
                    .containsExactly("10.0.0");
        }
    }
}
