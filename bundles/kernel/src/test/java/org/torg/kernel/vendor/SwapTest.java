package org.torg.kernel.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.module.ModuleOverview.Draining;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.pricing.TestVendor;
import org.torg.vendors.lighting.LightingVendor;

/** What happens to evaluations while the set under them is replaced. */
class SwapTest {

    private static final VendorId TEST = new VendorId("test");
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final SetClock clock = new SetClock();
    private final AtomicInteger drained = new AtomicInteger();

    private VendorRegistry registry(Duration drain, Duration park) {
        return new VendorRegistry(clock, "test", Limits.DEFAULT, drain, park);
    }

    private void publish(VendorRegistry registry, long generation) {
        TestVendor vendor = new TestVendor("test");
        ModuleSet alone = VendorRegistry.alone(vendor);
        ModuleSet set = new ModuleSet(
                TEST,
                generation,
                generation - 1,
                ModuleSet.Origin.ACTIVATION,
                clock.now(),
                "somebody",
                alone.modules());
        GuardedVendor composed = registry.compose(
                        TEST,
                        List.of(new ModuleCode(alone.modules().get(0), Optional.of(vendor), List.of(), List.of())))
                .orElseThrow();
        registry.publish(set, composed, drained::incrementAndGet);
    }

    private static RunningSet enter(VendorRegistry registry) {
        return registry.enter(Optional.of(TEST)).orElseThrow();
    }

    @Test
    void whatHasBegunEndsUnderItsOwnGenerationAndThenItsBundlesMayStop() {
        VendorRegistry registry = registry(NEVER, Duration.ZERO);
        publish(registry, 1);
        RunningSet first = enter(registry);
        RunningSet second = enter(registry);

        publish(registry, 2);

        assertThat(enter(registry).set().generation()).isEqualTo(2);
        assertThat(first.set().generation()).isEqualTo(1);
        assertThat(registry.draining(TEST))
                .containsExactly(new Draining(1, 2, clock.now().plus(NEVER)));
        assertThat(drained).hasValue(0);
        first.leave();
        assertThat(drained).hasValue(0);
        second.leave();
        assertThat(drained).hasValue(1);
        assertThat(registry.draining(TEST)).isEmpty();
    }

    @Test
    void whatNobodyUsesIsDrainedAtOnceAndOnlyOnce() {
        VendorRegistry registry = registry(NEVER, Duration.ZERO);
        publish(registry, 1);
        enter(registry).leave();
        publish(registry, 2);
        publish(registry, 3);

        assertThat(drained).hasValue(2);
    }

    @Test
    void afterTheDeadlineABundleStopsThoughSomebodyIsStillAtIt() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        VendorRegistry registry = registry(Duration.ofMillis(50), Duration.ZERO);
        TestVendor vendor = new TestVendor("test");
        ModuleSet set = VendorRegistry.alone(vendor);
        registry.publish(
                set,
                registry.compose(
                                TEST,
                                List.of(new ModuleCode(
                                        set.modules().get(0), Optional.of(vendor), List.of(), List.of())))
                        .orElseThrow(),
                stopped::countDown);
        RunningSet stuck = enter(registry);
        publish(registry, 2);

        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(registry.draining(TEST)).isEmpty();
        assertThat(stuck.evaluations()).isEqualTo(1);
        stuck.leave();
    }

    @Test
    void requestsWaitWhileABundleIsAwayForAMoment() throws Exception {
        VendorRegistry registry = registry(NEVER, NEVER);
        publish(registry, 1);
        registry.gap(TEST);
        assertThat(registry.absent()).containsExactly(TEST);
        ExecutorService customer = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome<RunningSet>> waiting = customer.submit(() -> registry.enter(Optional.of(TEST)));

            publish(registry, 1);

            assertThat(waiting.get(30, TimeUnit.SECONDS).orElseThrow().set().generation())
                    .isEqualTo(1);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            customer.shutdownNow();
        }
    }

    @Test
    void nobodyWaitsForEverAndNeverMoreThanAFew() {
        VendorRegistry brief = registry(NEVER, Duration.ofMillis(50));
        assertThat(code(brief)).isEqualTo("vendor-unavailable");

        VendorRegistry patient = registry(NEVER, NEVER);
        CountDownLatch refused = new CountDownLatch(12);
        List<String> answers = Parallel.run(20 + 1, caller -> {
            if (caller == 20) {
                try {
                    // Those for whom there is no room are back at once; then the vendor comes.
                    assertThat(refused.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                publish(patient, 1);
                return "published";
            }
            String answer = code(patient);
            refused.countDown();
            return answer;
        });

        assertThat(answers).filteredOn("vendor-unavailable"::equals).hasSize(12);
        assertThat(answers).filteredOn("entered"::equals).hasSize(8);
    }

    @Test
    void whoHasLeftSellsNothingUntilItIsBack() {
        VendorRegistry registry = registry(NEVER, Duration.ZERO);
        publish(registry, 1);

        registry.close(TEST);

        assertThat(code(registry)).isEqualTo("vendor-closed");
        assertThat(registry.find(TEST)).isEmpty();
        assertThat(registry.absent()).isEmpty();
        assertThat(drained).hasValue(1);
        publish(registry, 3);
        assertThat(code(registry)).isEqualTo("entered");
    }

    @Test
    void whatStaffHaveSetIsNotSilentlyForgotten() {
        VendorRegistry registry = registry(NEVER, Duration.ZERO);
        LightingVendor lighting = new LightingVendor("1.0.0");
        ModuleSet set = VendorRegistry.alone(lighting);
        GuardedVendor composed = registry.compose(
                        set.vendor(),
                        List.of(new ModuleCode(set.modules().get(0), Optional.of(lighting), List.of(), List.of())))
                .orElseThrow();
        LocalDate today = LocalDate.of(2026, 3, 2);
        ParameterChange past = new ParameterChange("loyalty.gold.percent", "1000", today.minusDays(9));
        ParameterChange since = new ParameterChange("loyalty.gold.percent", "20", today.minusDays(5));
        ParameterChange future = new ParameterChange("loyalty.gold.percent", "200", today.plusDays(5));
        ParameterChange other = new ParameterChange("no.such.key", "x", today);

        assertThat(registry.examine(composed, set.modules(), List.of(other, since, past)))
                .isEmpty();
        assertThat(registry.examine(composed, set.modules(), List.of(future, since))
                        .orElseThrow()
                        .code())
                .isEqualTo("parameter-orphaned");
        assertThat(registry.examine(composed, set.modules(), List.of(past))
                        .orElseThrow()
                        .code())
                .isEqualTo("parameter-orphaned");
    }

    @Test
    void aSetThatHasPassedIsNotTriedAgainAndAnotherIs() {
        VendorRegistry registry = registry(NEVER, Duration.ZERO);
        AtomicInteger asked = new AtomicInteger();
        Vendor behind = new LightingVendor("1.0.0");
        Vendor lighting = (Vendor) Proxy.newProxyInstance(
                Vendor.class.getClassLoader(), new Class<?>[] {Vendor.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(behind, arguments);
                });
        ModuleSet set = VendorRegistry.alone(lighting);
        ModuleSet.Module module = set.modules().get(0);
        GuardedVendor composed = registry.compose(
                        set.vendor(), List.of(new ModuleCode(module, Optional.of(lighting), List.of(), List.of())))
                .orElseThrow();
        ModuleSet.Module other = new ModuleSet.Module(
                module.symbolicName(), module.version(), "1".repeat(64), module.blob(), module.contracts());

        assertThat(registry.examine(composed, List.of(module), List.of())).isEmpty();
        int once = asked.get();
        assertThat(registry.examine(composed, List.of(module), List.of())).isEmpty();
        assertThat(asked).hasValue(once);
        assertThat(registry.examine(composed, List.of(other), List.of())).isEmpty();
        assertThat(asked.get()).isGreaterThan(once);
    }

    private static String code(VendorRegistry registry) {
        return registry.enter(Optional.of(TEST)) instanceof Outcome.Refused<RunningSet> refused
                ? refused.refusal().code()
                : "entered";
    }

    @Test
    void underManySwapsEachEvaluationHasOneGenerationAndAllAreDrainedInTheEnd() {
        VendorRegistry registry = registry(NEVER, Duration.ZERO);
        publish(registry, 1);
        int swaps = 50;

        List<Boolean> kept = Parallel.run(5, caller -> {
            if (caller == 0) {
                for (int i = 2; i <= swaps; i++) {
                    publish(registry, i);
                }
                return true;
            }
            boolean whole = true;
            for (int i = 0; i < 2000; i++) {
                RunningSet set = enter(registry);
                long before = set.set().generation();
                whole &= set.vendor().evaluate(() -> set.set().generation()) == before;
                set.leave();
            }
            return whole;
        });

        assertThat(kept).containsOnly(true);
        assertThat(drained).hasValue(swaps - 1);
        assertThat(registry.serving(TEST).orElseThrow().generation()).isEqualTo(swaps);
    }
}
