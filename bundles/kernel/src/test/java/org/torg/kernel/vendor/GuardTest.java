package org.torg.kernel.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.module.PartHealth;
import org.torg.api.module.PartHealth.State;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.pricing.TestVendor;

/** What a bad module can do, and what it cannot. */
class GuardTest {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int THREADS = 4;

    /** A short budget, for modules that use all of it, and a rest that is over soon. */
    private static final Limits IMPATIENT =
            new Limits(Duration.ofMillis(100), THREADS, 8, 4 << 20, Duration.ofMillis(50), Duration.ZERO);

    private static final Limits RESTING = new Limits(Duration.ofSeconds(10), THREADS, 8, 4 << 20, BOUND, Duration.ZERO);

    private record Module(String name, Supplier<Contribution> answer) implements PricingModule {
        @Override
        public ModuleInfo info() {
            return new ModuleInfo(name, "1.0.0", Set.of(Phase.CAMPAIGN), Set.of());
        }

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            return answer.get();
        }
    }

    private static GuardedVendor guarded(Limits limits, Module... modules) {
        return guarded(limits, new TestVendor("test").with(modules));
    }

    private static GuardedVendor guarded(Limits limits, TestVendor vendor) {
        return GuardedVendor.compose(
                new VendorId("test"),
                List.of(new ModuleCode(
                        VendorRegistry.alone(vendor).modules().get(0), Optional.of(vendor), List.of(), List.of())),
                limits,
                () -> Instant.EPOCH);
    }

    private static Contribution ask(GuardedVendor vendor, int module) {
        return vendor.pricing()
                .get(module)
                .contribute(
                        Phase.CAMPAIGN,
                        new PricingRequest(
                                new VendorId("test"),
                                LocalDate.of(2026, 11, 20),
                                new Buyer(new AccountId("a"), Optional.empty(), Set.of()),
                                List.of(),
                                Money.zero(NOK),
                                Optional.empty(),
                                new Parameters(NOK, Map.of())));
    }

    private static String failure(GuardedVendor vendor, int module) {
        try {
            ask(vendor, module);
            return "answered";
        } catch (VendorFailure e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static PartHealth health(GuardedVendor vendor, String part) {
        return vendor.health().stream()
                .filter(health -> health.name().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static void await(Supplier<Boolean> condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("the bound").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Contribution hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Contribution.NONE;
    }

    @Test
    void oneEvaluationStaysOnOneThreadWhateverPartsItAsks() {
        List<Thread> threads = new ArrayList<>();
        Supplier<Contribution> noting = () -> {
            threads.add(Thread.currentThread());
            return Contribution.NONE;
        };
        GuardedVendor vendor = guarded(RESTING, new Module("one", noting), new Module("two", noting));

        vendor.evaluate(() -> List.of(ask(vendor, 0), ask(vendor, 1), ask(vendor, 0)));

        assertThat(threads).hasSize(3).doesNotContain(Thread.currentThread());
        assertThat(Set.copyOf(threads)).hasSize(1);
    }

    @Test
    void whatHangsIsGivenUpAndItsThreadComesBack() {
        AtomicBoolean hangs = new AtomicBoolean(true);
        GuardedVendor vendor = guarded(IMPATIENT, new Module("slow", () -> hangs.get() ? hang() : Contribution.NONE));

        assertThat(failure(vendor, 0)).contains("test/slow 1.0.0/PricingModule: took longer than 100 ms");
        hangs.set(false);

        await(() -> failure(vendor, 0).equals("answered"));
        PartHealth health = health(vendor, "slow");
        assertThat(health.failures()).isEqualTo(1);
        assertThat(health.state()).isEqualTo(State.WORKING);
        assertThat(health.lastFailure().orElseThrow().reason()).isEqualTo("took longer than 100 ms");
    }

    @Test
    void whatSpinsLosesAFewThreadsAndIsNotCalledAnyMore() {
        AtomicBoolean spins = new AtomicBoolean(true);
        try {
            GuardedVendor vendor =
                    guarded(IMPATIENT, new Module("good", () -> Contribution.NONE), new Module("spinning", () -> {
                        while (spins.get()) {
                            Thread.onSpinWait();
                        }
                        return Contribution.NONE;
                    }));

            await(() -> failure(vendor, 1).contains("is in quarantine"));

            assertThat(health(vendor, "spinning").state()).isEqualTo(State.QUARANTINED);
            assertThat(health(vendor, "spinning").calls()).isLessThan(THREADS);
            // One thread at least is left, and the other part has nothing to do with it.
            assertThat(failure(vendor, 0)).isEqualTo("answered");
        } finally {
            spins.set(false);
        }
    }

    @Test
    void whatFailsOftenRestsAndIsTriedAgain() {
        AtomicBoolean fails = new AtomicBoolean(true);
        GuardedVendor vendor = guarded(IMPATIENT, new Module("moody", () -> {
            if (fails.get()) {
                throw new IllegalStateException("not today");
            }
            return Contribution.NONE;
        }));

        await(() -> failure(vendor, 0).contains("rests after failures"));
        assertThat(health(vendor, "moody").state()).isIn(State.RESTING, State.TRIED);
        long called = health(vendor, "moody").calls();
        assertThat(called).isBetween(5L, 10L);
        fails.set(false);

        await(() -> failure(vendor, 0).equals("answered"));
        assertThat(health(vendor, "moody").state()).isEqualTo(State.WORKING);
    }

    @Test
    void whatFailsAgainAndAgainIsNotTriedAnyMore() {
        GuardedVendor vendor = guarded(IMPATIENT, new Module("broken", () -> {
            throw new IllegalStateException("never");
        }));

        await(() -> failure(vendor, 0).contains("is in quarantine"));

        long called = health(vendor, "broken").calls();
        assertThat(called).isLessThan(20);
        assertThat(failure(vendor, 0)).contains("is in quarantine");
        assertThat(health(vendor, "broken").calls()).isEqualTo(called);
    }

    @Test
    void aFewFailuresAmongManyCallsAreBorne() {
        AtomicReference<Integer> call = new AtomicReference<>(0);
        GuardedVendor vendor = guarded(RESTING, new Module("odd", () -> {
            if (call.updateAndGet(number -> number + 1) % 4 == 0) {
                throw new IllegalStateException("every fourth");
            }
            return Contribution.NONE;
        }));

        for (int i = 0; i < 100; i++) {
            assertThat(failure(vendor, 0)).doesNotContain("rests");
        }
        assertThat(health(vendor, "odd").failures()).isEqualTo(25);
        assertThat(health(vendor, "odd").calls()).isEqualTo(100);
    }

    @Test
    void whatTakesMuchMemoryFailsBeforeItHasTakenAll() {
        List<byte[]> leak = new ArrayList<>();
        GuardedVendor vendor = guarded(RESTING, new Module("leaking", () -> {
            leak.add(new byte[5 << 20]);
            return Contribution.NONE;
        }));

        for (int i = 0; i < 100; i++) {
            failure(vendor, 0);
        }
        assertThat(leak).hasSizeBetween(5, 10);
        assertThat(health(vendor, "leaking").state()).isEqualTo(State.RESTING);
        assertThat(health(vendor, "leaking").lastFailure().orElseThrow().reason())
                .isEqualTo("took 5 MB in one call");
    }

    @Test
    void whereAllThreadsAreLostNobodyWaitsForOne() {
        AtomicBoolean spins = new AtomicBoolean(true);
        try {
            GuardedVendor vendor =
                    guarded(IMPATIENT, new Module("good", () -> Contribution.NONE), new Module("spinning", () -> {
                        while (spins.get()) {
                            Thread.onSpinWait();
                        }
                        return Contribution.NONE;
                    }));
            Parallel.run(THREADS, caller -> failure(vendor, 1));

            assertThat(failure(vendor, 0)).contains("all of its threads are lost");
            spins.set(false);
            await(() -> failure(vendor, 0).equals("answered"));
        } finally {
            spins.set(false);
        }
    }

    /** It goes on in its thread, and must not take what it cannot give back. */
    @Test
    void anEvaluationThatWasGivenUpDoesNotSpoilTheTrialOfAnotherPart() {
        AtomicBoolean fails = new AtomicBoolean(true);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        GuardedVendor vendor = guarded(
                IMPATIENT,
                new Module("slow", () -> {
                    try {
                        slow.await();
                    } catch (InterruptedException e) {
                        // It does not care.
                    }
                    return Contribution.NONE;
                }),
                new Module("moody", () -> {
                    if (fails.get()) {
                        throw new IllegalStateException("not today");
                    }
                    return Contribution.NONE;
                }));
        await(() -> failure(vendor, 1).contains("rests after failures"));
        fails.set(false);
        LockSupport.parkNanos(IMPATIENT.rest().toNanos());

        assertThatThrownBy(() -> vendor.evaluate(() -> {
                    try {
                        ask(vendor, 0);
                        return ask(vendor, 1);
                    } finally {
                        ended.countDown();
                    }
                }))
                .hasMessageContaining("took longer");
        slow.countDown();
        await(() -> ended.getCount() == 0);

        await(() -> failure(vendor, 1).equals("answered"));
        assertThat(health(vendor, "moody").state()).isEqualTo(State.WORKING);
    }

    @Test
    void otherParametersMayCureWhatIsInQuarantine() {
        AtomicBoolean fails = new AtomicBoolean(true);
        GuardedVendor vendor = guarded(IMPATIENT, new Module("sick", () -> {
            if (fails.get()) {
                throw new IllegalStateException("at this value");
            }
            return Contribution.NONE;
        }));
        await(() -> failure(vendor, 0).contains("is in quarantine"));
        fails.set(false);
        assertThat(failure(vendor, 0)).contains("is in quarantine");

        vendor.forgive();

        assertThat(failure(vendor, 0)).isEqualTo("answered");
        assertThat(health(vendor, "sick").state()).isEqualTo(State.WORKING);
    }

    @Test
    void nobodyGetsTheThreadsOfASetThatHasGone() {
        GuardedVendor vendor = guarded(RESTING, new Module("good", () -> Contribution.NONE));
        vendor.close();

        assertThat(failure(vendor, 0)).contains("its generation has gone");
    }

    /** An extended BigDecimal would be vendor code in the trace, and in the transaction that stores it. */
    @Test
    void aNumberOfAVendorIsANumber() {
        BigDecimal odd = new BigDecimal("7.5") {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                throw new IllegalStateException("vendor code");
            }
        };

        assertThat(new Adjustment.Value.Rate(odd, Adjustment.Base.RUNNING)
                        .percent()
                        .getClass())
                .isEqualTo(BigDecimal.class);
        assertThat(new Argument.Percent(odd)).isEqualTo(new Argument.Percent(new BigDecimal("7.5")));
        assertThat(new LoyaltyProgram.Tier("gold", Message.of("gold", "Gold"), odd, "#000000").discountPercent())
                .isEqualByComparingTo("7.5");
    }

    @Test
    void manyAtOnceWaitForAThreadAndTooManyAreRefused() {
        CountDownLatch go = new CountDownLatch(1);
        GuardedVendor vendor = guarded(RESTING, new Module("busy", () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Contribution.NONE;
        }));

        List<String> answers = Parallel.run(THREADS + 8 + 3, caller -> {
            String answer = failure(vendor, 0);
            // Only who was refused is back before the others may go on.
            go.countDown();
            return answer;
        });

        assertThat(answers)
                .contains("answered")
                .filteredOn(answer -> answer.contains("too many evaluations wait"))
                .isNotEmpty();
        assertThat(answers).filteredOn("answered"::equals).hasSizeGreaterThanOrEqualTo(THREADS + 8);
    }

    /** One that moves, but slowly, must not keep all threads of the HTTP server. */
    @Test
    void fewWaitWhereEachTakesLong() {
        GuardedVendor vendor = guarded(RESTING, new Module("slow", () -> {
            try {
                boolean never = new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS);
                assertThat(never).isFalse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Contribution.NONE;
        }));
        assertThat(failure(vendor, 0)).isEqualTo("answered");

        List<String> answers = Parallel.run(THREADS + 8 + 5, caller -> failure(vendor, 0));

        assertThat(answers)
                .filteredOn(answer -> answer.contains("too many evaluations wait"))
                .hasSizeBetween(1, 5);
    }

    @Test
    void nobodyBlamesSomebodyElse() {
        GuardedVendor vendor = guarded(RESTING, new Module("liar", () -> {
            throw new VendorFailure(new VendorId("rival"), "rival.prices 1", "PricingModule", "fails");
        }));

        assertThatThrownBy(() -> ask(vendor, 0))
                .isInstanceOfSatisfying(
                        VendorFailure.class, e -> assertThat(e.vendor()).isEqualTo(new VendorId("test")))
                .hasMessageContaining("liar 1.0.0");
    }

    @Test
    void anExceptionThatFailsItselfDoesNoHarm() {
        GuardedVendor vendor = guarded(RESTING, new Module("nested", () -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }
            };
        }));

        assertThatThrownBy(() -> ask(vendor, 0))
                .isInstanceOf(VendorFailure.class)
                .hasNoCause();
    }

    private static final Message TEXT = Message.of("odd", "Odd");

    private static Adjustment adjustment(Adjustment.Value value, String rule, Message message) {
        return new Adjustment(
                Phase.CAMPAIGN,
                new Adjustment.Target.Order(),
                Optional.empty(),
                value,
                rule,
                message,
                Optional.empty(),
                Optional.empty());
    }

    private static String reason(List<Adjustment> adjustments) {
        Contribution answer = new Contribution(adjustments, List.of());
        GuardedVendor vendor = guarded(RESTING, new Module("odd", () -> answer));
        failure(vendor, 0);
        return health(vendor, "odd")
                .lastFailure()
                .map(PartHealth.Failure::reason)
                .orElse("answered");
    }

    private static String reason(Adjustment.Value value) {
        return reason(List.of(adjustment(value, "odd", TEXT)));
    }

    private static String reason(Argument argument) {
        return reason(List.of(adjustment(
                new Adjustment.Value.Rate(BigDecimal.ONE, Adjustment.Base.RUNNING),
                "odd",
                Message.of("odd", "Odd {0}", argument))));
    }

    /** It would be kept with the order and written for each reader, where no guard is. */
    @Test
    void anAnswerThatIsTooLargeFailsInTheNameOfItsPart() {
        Adjustment.Value rate = new Adjustment.Value.Rate(BigDecimal.ONE, Adjustment.Base.RUNNING);
        BigDecimal large = new BigDecimal("1E+900000000");
        BigDecimal fine = new BigDecimal("1E-900000000");
        String number = "answers a number that is too large or too fine";

        assertThat(reason(rate)).isEqualTo("answered");
        assertThat(reason(Collections.nCopies(100, adjustment(rate, "odd", TEXT))))
                .isEqualTo("answered");
        assertThat(reason(Collections.nCopies(101, adjustment(rate, "odd", TEXT))))
                .isEqualTo("answers 101 adjustments, and may answer 100");
        assertThat(reason(List.of(adjustment(rate, "o".repeat(121), TEXT))))
                .isEqualTo("answers a name that is too long");
        assertThat(reason(List.of(adjustment(rate, "odd\u0000", TEXT))))
                .isEqualTo("answers a name with a control character");
        assertThat(reason(List.of(adjustment(rate, "odd", Message.of("odd", "o".repeat(2001))))))
                .isEqualTo("answers a message that is too long");
        assertThat(reason(Argument.text("o".repeat(2001)))).isEqualTo("answers an argument that is too long");
        assertThat(reason(Argument.percent(large))).isEqualTo(number);
        assertThat(reason(Argument.percent(fine))).isEqualTo(number);
        assertThat(reason(Argument.date(LocalDate.MAX))).isEqualTo("answers a date of another age");
        assertThat(reason(new Adjustment.Value.Amount(Money.of(NOK, new BigDecimal("-1E+300")))))
                .isEqualTo(number);
        assertThat(reason(
                        new Adjustment.Value.UnitPrice(BigMoney.of(NOK, new BigDecimal(BigInteger.ONE, 300_000_000)))))
                .isEqualTo(number);
        assertThat(reason(new Adjustment.Value.Amount(Money.of(NOK, new BigDecimal("-999999999999.99")))))
                .isEqualTo("answered");
    }

    @Test
    @SuppressWarnings("NullAway") // as a vendor's compiler lets it through
    void anAnswerThatIsNotWholeFailsInTheNameOfItsPart() {
        assertThat(reason((Adjustment.Value) null)).isEqualTo("NullPointerException");
        assertThat(reason(new Adjustment.Value.Rate(BigDecimal.ONE, null))).isEqualTo("NullPointerException");
        assertThat(reason(List.of(
                        adjustment(new Adjustment.Value.Rate(BigDecimal.ONE, Adjustment.Base.RUNNING), "odd", null))))
                .isEqualTo("NullPointerException");
    }

    private static String termsReason(Terms answered) {
        AtomicReference<Terms> terms = new AtomicReference<>(TestVendor.TERMS);
        GuardedVendor vendor = guarded(RESTING, new TestVendor("test").withTerms(terms::get));
        terms.set(answered);
        try {
            vendor.terms(new Parameters(NOK, Map.of()));
            return "answered";
        } catch (VendorFailure e) {
            return e.reason();
        }
    }

    /** An order is judged by them for ever. */
    @Test
    @SuppressWarnings("NullAway") // as a vendor's compiler lets it through
    void termsThatTurnBadAreNotKept() {
        Terms.Invoicing invoicing = TestVendor.TERMS.invoicing();

        assertThat(termsReason(TestVendor.TERMS)).isEqualTo("answered");
        assertThat(termsReason(new Terms(-5, false, 0, Terms.Amendment.STAFF_BEFORE_SHIPMENT, invoicing)))
                .isEqualTo("the return window is negative");
        assertThat(termsReason(new Terms(
                        0,
                        false,
                        0,
                        Terms.Amendment.STAFF_BEFORE_SHIPMENT,
                        new Terms.Invoicing(invoicing.trigger(), invoicing.charges(), -1))))
                .isEqualTo("an invoice is due before it is issued");
        assertThat(termsReason(new Terms(0, false, 0, Terms.Amendment.STAFF_BEFORE_SHIPMENT, null)))
                .isEqualTo("terms: invoicing is null");
    }

    @Test
    void anExceptionWhoseCausesNeverEndIsLoggedInItsBeginning() {
        class Endless extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                return new Endless();
            }
        }

        assertThat(Thrown.text(new Endless()))
                .contains("Endless")
                .endsWith(" ...")
                .hasSizeLessThan(9_000);
    }
}
