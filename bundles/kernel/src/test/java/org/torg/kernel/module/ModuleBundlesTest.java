package org.torg.kernel.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.module.BuiltModule.CAMPAIGN;

import aQute.bnd.osgi.Constants;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;
import org.torg.kernel.vendor.ModuleCode;

class ModuleBundlesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    Path storage;

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();
    private Container container;
    private ModuleBundles bundles;

    @BeforeEach
    void start() {
        container = Container.start(storage);
        bundles = bundles();
    }

    @AfterEach
    void stop() {
        bundles.close();
        container.close();
    }

    private ModuleBundles bundles() {
        ModuleBundles started = new ModuleBundles(container.context(), blobs, PATIENCE);
        started.whenChanged(changes::incrementAndGet);
        return started;
    }

    private Outcome<ModuleRun.Held> hold(BuiltModule built) {
        return hold(blobs.module(built));
    }

    private Outcome<ModuleRun.Held> hold(ModuleSet.Module module) {
        return bundles.hold(module, losses::incrementAndGet);
    }

    private Refusal refusal(BuiltModule built) {
        Outcome<ModuleRun.Held> outcome = hold(built);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<ModuleRun.Held>) outcome).refusal();
    }

    private void isRefused(BuiltModule built, String code, String... arguments) {
        Refusal refusal = refusal(built);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message().arguments().toString()).contains(arguments);
        assertThat(refusal.firstDetail().orElseThrow().field()).isEqualTo("/modules/" + CAMPAIGN);
        assertThat(container.modules()).isEmpty();
    }

    private boolean stops(Bundle bundle) {
        return Eventually.holds(() -> bundle.getState() == Bundle.RESOLVED);
    }

    @Test
    void aGoodModuleRunsAndTellsWhatItContributes() {
        ModuleCode code = hold(BuiltModule.campaign()).orElseThrow().code();

        assertThat(code.pricing())
                .singleElement()
                .satisfies(module -> assertThat(module.info().name()).isEqualTo("example.campaign"));
        assertThat(code.vendor()).isEmpty();
        assertThat(code.module().contracts()).containsExactly("PricingModule");
        Bundle bundle = container.module(CAMPAIGN);
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(bundle.getLocation()).endsWith("/1.0.0/" + code.module().digest());
    }

    @Test
    void theLightingVendorIsAModule() {
        ModuleCode code = hold(BuiltModule.lighting()).orElseThrow().code();

        assertThat(code.vendor().orElseThrow().descriptor().id().value()).isEqualTo("lighting");
        assertThat(code.module().contracts()).containsExactly("Vendor");
    }

    @Test
    void oneWhoseRequirementNobodyMeetsIsRefusedWithItsName() {
        isRefused(
                BuiltModule.campaign().with(Map.of(Constants.REQUIRE_CAPABILITY, "org.example.magic")),
                "module-unresolved",
                "org.example.magic");
    }

    @Test
    void oneThatWasBuiltAgainstAnotherApiIsRefusedAsSuch() {
        BuiltModule campaign = BuiltModule.campaign();
        String imports = campaign.header(Constants.IMPORT_PACKAGE)
                .replaceAll(
                        "org\\.torg\\.api\\.pricing;version=\"[^\"]*\"", "org.torg.api.pricing;version=\"[99,100)\"");

        isRefused(
                campaign.with(
                        Map.of(Constants.IMPORT_PACKAGE, imports, Constants.REQUIRE_CAPABILITY, "org.example.magic")),
                "module-api-incompatible",
                "org.torg.api.pricing",
                "99");
    }

    @Test
    void oneWhoseActivatorThrowsIsRefusedWithoutTheTextOfTheException() {
        isRefused(
                BuiltModule.activator("throw new IllegalArgumentException(\"secret\");"),
                "module-start-failed",
                "IllegalArgumentException");
        assertThat(refusal(BuiltModule.activator("throw new IllegalArgumentException(\"secret\");"))
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void oneThatNeverComesUpIsGivenUp() {
        assertThat(refusal(BuiltModule.activator("new java.util.concurrent.CountDownLatch(1).await();"))
                        .code())
                .isEqualTo("module-start-failed");

        assertThat(hold(BuiltModule.campaign().version("1.0.1")).isDone()).isTrue();
    }

    /** The container would wait for it with its global lock in hand. */
    @Test
    void oneThatCannotEvenBeInterruptedHoldsUpNobodyElse() {
        BuiltModule deaf = BuiltModule.activator(
                "while (!Boolean.getBoolean(\"org.example.campaign.end\")) { Thread.interrupted(); Thread.onSpinWait(); }");
        System.clearProperty("org.example.campaign.end");
        try {
            assertThat(refusal(deaf).code()).isEqualTo("module-start-failed");
            assertThat(refusal(deaf).code()).isEqualTo("module-start-failed");
            assertThat(hold(BuiltModule.campaign().version("1.0.1")).isDone()).isTrue();
        } finally {
            System.setProperty("org.example.campaign.end", "true");
        }

        assertThat(Eventually.holds(() -> {
                    hold(BuiltModule.campaign().version("1.0.2")).orElseThrow();
                    return container.modules().size() == 2;
                }))
                .isTrue();
    }

    /** Methods of its exceptions are its code: nobody else calls them. */
    @Test
    void oneWhoseExceptionNeverTellsItsMessageIsGivenUp() {
        BuiltModule deaf =
                BuiltModule.activator("throw new IllegalStateException() { @Override public String getMessage() {"
                        + "while (!Boolean.getBoolean(\"org.example.campaign.told\")) { Thread.interrupted(); }"
                        + "return \"\"; } };");
        System.clearProperty("org.example.campaign.told");
        try {
            assertThat(refusal(deaf).code()).isEqualTo("module-start-failed");
            assertThat(hold(BuiltModule.campaign().version("1.0.1")).isDone()).isTrue();
        } finally {
            System.setProperty("org.example.campaign.told", "true");
        }
    }

    @Test
    void whatIsNotWhatWasActivatedDoesNotRun() {
        ModuleSet.Module published = blobs.module(BuiltModule.campaign());
        ModuleSet.Module damaged = blobs.module(BuiltModule.component("int damaged;"));
        ModuleSet.Module module = new ModuleSet.Module(
                published.symbolicName(), published.version(), published.digest(), damaged.blob(), List.of());

        assertThat(hold(module)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo("module-unreadable"));
        assertThat(container.modules()).isEmpty();
        assertThat(hold(published).isDone()).isTrue();
    }

    @Test
    void aDelayedComponentThatCannotBeMadeRefusesItsModule() {
        isRefused(
                BuiltModule.component("public Campaign() { throw new IllegalStateException(\"secret\"); }"),
                "module-service-failed",
                "PricingModule");
    }

    @Test
    void aComponentThatIsNeverDoneHoldsUpNobodyElse() {
        BuiltModule deaf = BuiltModule.component("public Campaign() {"
                + "while (!Boolean.getBoolean(\"org.example.campaign.made\")) { Thread.interrupted(); } }");
        System.clearProperty("org.example.campaign.made");
        try {
            assertThat(refusal(deaf).code()).isEqualTo("module-service-failed");
            assertThat(hold(BuiltModule.campaign().version("1.0.1")).isDone()).isTrue();
        } finally {
            System.setProperty("org.example.campaign.made", "true");
        }

        assertThat(Eventually.holds(() -> {
                    hold(BuiltModule.campaign().version("1.0.2")).orElseThrow();
                    return container.modules().size() == 2;
                }))
                .isTrue();
    }

    @Test
    void aComponentThatMissesSomethingRefusesItsModule() {
        isRefused(
                BuiltModule.component("@Reference public Comparator<?> missing;"),
                "module-service-failed",
                "PricingModule");
    }

    @Test
    void oneThatOffersNothingIsRefused() {
        isRefused(BuiltModule.activator(""), "module-contributes-nothing", CAMPAIGN);
    }

    @Test
    void aServiceThatComesLaterIsWaitedFor() {
        BuiltModule late = BuiltModule.activator(
                "new Thread(() -> context.registerService(PricingModule.class, new PricingModule() {"
                        + "public ModuleInfo info() { return new ModuleInfo(\"late\", \"1\", Set.of(), Set.of()); }"
                        + "public Contribution contribute(Phase p, PricingRequest r) { return Contribution.of(); }"
                        + "}, null)).start();");

        assertThat(hold(late).orElseThrow().code().pricing()).hasSize(1);
    }

    @Test
    void oneThatOthersCouldBeWiredToIsRefused() {
        isRefused(
                BuiltModule.campaign().with(Map.of(Constants.EXPORT_PACKAGE, "org.example.campaign")),
                "module-conflict",
                "exports");
        isRefused(
                BuiltModule.campaign().with(Map.of(Constants.FRAGMENT_HOST, "system.bundle")),
                "module-conflict",
                "attach");
    }

    @Test
    void manyHoldersShareOneBundleAndTheLastOneStopsIt() {
        ModuleSet.Module module = blobs.module(BuiltModule.campaign());
        ModuleRun.Held first = hold(module).orElseThrow();
        ModuleRun.Held second = hold(module).orElseThrow();
        assertThat(second.code()).isSameAs(first.code());
        Bundle bundle = container.module(CAMPAIGN);

        bundles.release(first);
        bundles.release(first);
        ModuleRun.Held third = hold(module).orElseThrow();
        bundles.release(second);
        hold(BuiltModule.campaign().version("2.0.0")).orElseThrow();
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        bundles.release(third);

        assertThat(stops(bundle)).isTrue();
        assertThat(losses).hasValue(0);
    }

    @Test
    void theLastGoodOneStaysInstalledAndStartsAgain() {
        ModuleSet.Module module = blobs.module(BuiltModule.campaign());
        ModuleRun.Held held = hold(module).orElseThrow();
        Bundle bundle = container.module(CAMPAIGN);
        bundles.release(held);
        assertThat(stops(bundle)).isTrue();
        blobs.delete(module.blob());

        assertThat(hold(module).isDone()).isTrue();
        assertThat(container.module(CAMPAIGN)).isEqualTo(bundle);
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void twoHundredVersionsOneAfterTheOtherLeaveOneStoppedBundleAndNoClasses() {
        BuiltModule campaign = BuiltModule.campaign();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        ModuleRun.Held before = hold(campaign).orElseThrow();
        Bundle first = container.module(CAMPAIGN);
        for (int version = 1; version <= 200; version++) {
            ModuleRun.Held next = hold(campaign.version("1.0." + version)).orElseThrow();
            loaders.add(new WeakReference<>(
                    before.code().pricing().get(0).getClass().getClassLoader()));
            bundles.release(before);
            before = next;
        }

        assertThat(Eventually.holds(() -> container.modules().size() == 2)).isTrue();
        assertThat(first.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(container.modules())
                .extracting(bundle -> bundle.getVersion().toString() + " " + bundle.getState())
                .containsExactly("1.0.199 " + Bundle.RESOLVED, "1.0.200 " + Bundle.ACTIVE);
        assertThat(Eventually.holds(() -> {
                    System.gc();
                    return loaders.stream()
                                    .filter(loader -> loader.get() != null)
                                    .count()
                            <= 1;
                }))
                .as(() ->
                        loaders.stream().filter(loader -> loader.get() != null).count() + " are left")
                .isTrue();
    }

    @Test
    void oneThatIsStoppedByHandIsLostUntilItIsStartedAgain() throws BundleException {
        ModuleSet.Module module = blobs.module(BuiltModule.campaign());
        ModuleRun.Held held = hold(module).orElseThrow();
        Bundle bundle = container.module(CAMPAIGN);

        bundle.stop();
        assertThat(losses).hasValue(1);
        assertThat(bundles.isStopped(module)).isTrue();
        assertThat(changes).hasValue(0);
        bundle.start();

        assertThat(changes.get()).isPositive();
        assertThat(bundles.isStopped(module)).isFalse();
        ModuleRun.Held again = hold(module).orElseThrow();
        assertThat(again.code().pricing().get(0))
                .isNotSameAs(held.code().pricing().get(0));
        bundles.release(held);
        bundles.release(again);
        assertThat(stops(bundle)).isTrue();
        assertThat(losses).hasValue(1);
    }

    @Test
    void oneThatIsUpdatedByHandIsReplacedByThePublishedOne() throws Exception {
        ModuleSet.Module module = blobs.module(BuiltModule.campaign());
        hold(module).orElseThrow();
        Bundle bundle = container.module(CAMPAIGN);

        bundle.update(BuiltModule.campaign().version("6.6.6").content());

        assertThat(losses).hasValue(1);
        assertThat(changes.get()).isPositive();
        assertThat(bundles.isStopped(module)).isFalse();
        assertThat(hold(module).isDone()).isTrue();
        assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(container.module(CAMPAIGN).getVersion().toString()).isEqualTo("1.0.0");
    }

    @Test
    void oneThatIsUninstalledByHandIsInstalledAgain() throws BundleException {
        ModuleSet.Module module = blobs.module(BuiltModule.campaign());
        hold(module).orElseThrow();

        container.module(CAMPAIGN).uninstall();

        assertThat(losses).hasValue(1);
        assertThat(changes.get()).isPositive();
        assertThat(hold(module).isDone()).isTrue();
        assertThat(container.module(CAMPAIGN).getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void anotherBuildOfTheSameVersionTakesThePlaceOfOneThatNobodyHolds() {
        ModuleRun.Held held = hold(BuiltModule.campaign()).orElseThrow();
        BuiltModule other = BuiltModule.component("public String toString() { return \"rebuilt\"; }");

        assertThat(refusal(other).code()).isEqualTo("module-version-taken");
        bundles.release(held);
        assertThat(stops(container.module(CAMPAIGN))).isTrue();

        assertThat(hold(other).orElseThrow().code().pricing().get(0)).hasToString("rebuilt");
        assertThat(container.modules()).hasSize(1);
    }

    @Test
    void whatAnEarlierLifeHasLeftIsInstalledAnewFromTheBlobs() throws Exception {
        ModuleSet.Module module = blobs.module(BuiltModule.campaign());
        hold(module).orElseThrow();
        container
                .module(CAMPAIGN)
                .update(BuiltModule.campaign().version("6.6.6").content());
        bundles.close();
        container.close();
        container = Container.start(storage);
        bundles = bundles();
        assertThat(container.module(CAMPAIGN).getVersion().toString()).isEqualTo("6.6.6");
        assertThat(container.module(CAMPAIGN).getState()).isNotEqualTo(Bundle.ACTIVE);

        hold(module).orElseThrow();

        assertThat(container.module(CAMPAIGN).getVersion().toString()).isEqualTo("1.0.0");
    }

    @Test
    void allStopWhenTheKernelLeaves() {
        hold(BuiltModule.campaign()).orElseThrow();
        Bundle bundle = container.module(CAMPAIGN);

        bundles.close();

        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(losses).hasValue(0);
    }
}
