package org.torg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.testkit.Shop.HELLO;
import static org.torg.testkit.Shop.NOK;
import static org.torg.testkit.Shop.answering;
import static org.torg.testkit.Shop.delivering;
import static org.torg.testkit.Shop.onEachLine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Group;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.Contribution.Rejected;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.contract.Check;
import org.torg.contract.ContractViolation;
import org.torg.contract.ContractViolation.Kind;

/** For every check one known-bad sample, and a good one for all. */
class ChecksTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final CurrencyUnit SEK = CurrencyUnit.of("SEK");

    private static ContractViolation refused(Shop shop, Check check, String reason) {
        List<ContractViolation> seen = new ArrayList<>();
        assertThatThrownBy(() -> shop.checks().all(1, SOON)).isInstanceOfSatisfying(ContractViolation.class, e -> {
            assertThat(e.reason())
                    .startsWith(check.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ": ")
                    .contains(reason)
                    .contains(check.advice());
            seen.add(e);
        });
        return seen.get(0);
    }

    private static void pricing(PricingModule module, Check check, String reason) {
        ContractViolation violation = refused(Shop.empty().joinedBy(module), check, reason);
        assertThat(violation.bundle()).isEqualTo("org.example.joined");
        assertThat(violation.source().module()).isEqualTo("shop.odd 1.0.0");
    }

    private static PricingModule adjusting(UnaryOperator<Adjustment> change) {
        return onEachLine(change);
    }

    private static Adjustment with(Adjustment one, Value value) {
        return new Adjustment(
                one.phase(),
                one.target(),
                one.charge(),
                value,
                one.rule(),
                one.message(),
                one.vatCategory(),
                one.group());
    }

    private static Adjustment with(Adjustment one, Optional<Group> group) {
        return new Adjustment(
                one.phase(),
                one.target(),
                one.charge(),
                one.value(),
                one.rule(),
                one.message(),
                one.vatCategory(),
                group);
    }

    private static Adjustment saying(Adjustment one, Message message) {
        return new Adjustment(
                one.phase(),
                one.target(),
                one.charge(),
                one.value(),
                one.rule(),
                message,
                one.vatCategory(),
                one.group());
    }

    @Test
    void aGoodVendorPasses() {
        assertThatCode(() -> Shop.good().checks().all(7, Duration.ofSeconds(1))).doesNotThrowAnyException();
    }

    @Test
    void anAnswerFitsItsPhase() {
        pricing(
                answering(request -> Contribution.of(
                        Adjustment.charge(Phase.CHARGE, ChargeKind.FEE, Money.of(NOK, 1), "fee", HELLO))),
                Check.VALID,
                "another phase");
        pricing(
                answering(request -> Contribution.of(
                        Adjustment.charge(Phase.CAMPAIGN, ChargeKind.FEE, Money.of(NOK, 1), "fee", HELLO))),
                Check.VALID,
                "a charge belongs to");
    }

    @Test
    void theCurrencyIsTheVendors() {
        pricing(adjusting(one -> with(one, new Value.Amount(Money.of(SEK, 1)))), Check.VALID, "another currency");
        refused(
                Shop.empty().with(delivering("freight", option -> priced(option, Money.of(SEK, 1)))),
                Check.VALID,
                "an odd amount");
    }

    private static DeliveryOption priced(DeliveryOption option, Money price) {
        return new DeliveryOption(option.code(), option.name(), price, option.rule(), false, 1, 3, Optional.empty());
    }

    private static DeliveryOption days(DeliveryOption option, int least, int most) {
        return new DeliveryOption(
                option.code(), option.name(), option.price(), option.rule(), false, least, most, Optional.empty());
    }

    @Test
    void noDeliveryCostsLessThanNothingOrArrivesBeforeItLeaves() {
        refused(
                Shop.empty().with(delivering("freight", option -> priced(option, Money.of(NOK, -1)))),
                Check.VALID,
                "an odd amount");
        refused(
                Shop.empty().with(delivering("freight", option -> days(option, 3, 1))),
                Check.VALID,
                "arrives in 3 to 1 days");
    }

    @Test
    void aDeliveryCodeIsOneModulesAlone() {
        ContractViolation violation = refused(
                Shop.empty()
                        .with(delivering("freight", option -> option))
                        .joinedBy(delivering("a-joined", option -> option)),
                Check.VALID,
                "the delivery option parcel is also in freight");
        assertThat(violation.bundle()).isEqualTo("org.example.joined");
    }

    @Test
    void percentagesAndUnitPricesAreOfThisWorld() {
        pricing(
                adjusting(one -> with(one, new Value.Rate(new BigDecimal("1001"), Base.RUNNING))),
                Check.VALID,
                "an odd percentage");
        pricing(
                adjusting(one -> with(one, new Value.UnitPrice(BigMoney.of(NOK, -1)))),
                Check.VALID,
                "an odd unit price");
    }

    @Test
    void linesAreThoseOfTheRequest() {
        Target.Line nowhere = new Target.Line(new LineId("nowhere"));
        pricing(
                adjusting(one -> new Adjustment(
                        one.phase(),
                        nowhere,
                        one.charge(),
                        one.value(),
                        one.rule(),
                        one.message(),
                        one.vatCategory(),
                        one.group())),
                Check.VALID,
                "there is no such line");
        pricing(
                answering(request ->
                        new Contribution(List.of(), List.of(new Rejected(Optional.of(nowhere.line()), "rule", HELLO)))),
                Check.VALID,
                "there is no such line");
    }

    @Test
    void aGroupIsCombinedInOneWay() {
        pricing(
                answering(request -> {
                    Adjustment one = Adjustment.lineDiscount(
                            Phase.CAMPAIGN, request.lines().get(0).id(), BigDecimal.ONE, "rule", HELLO);
                    return Contribution.of(
                            with(one, Optional.of(new Group("g", Combine.BEST))),
                            with(one, Optional.of(new Group("g", Combine.SUM))));
                }),
                Check.VALID,
                "combined in two ways");
    }

    @Test
    void nothingFallsBelowZero() {
        pricing(
                adjusting(one -> with(one, new Value.Rate(new BigDecimal("-101"), Base.RUNNING))),
                Check.NOT_BELOW_ZERO,
                "brings a line below zero");
        pricing(
                adjusting(one -> with(one, new Value.Amount(Money.of(NOK, -5)))),
                Check.NOT_BELOW_ZERO,
                "brings a line below zero");
        pricing(
                answering(request -> Contribution.of(ordered(new Value.Amount(Money.of(NOK, -5))))),
                Check.NOT_BELOW_ZERO,
                "brings the goods below zero");
        pricing(
                answering(
                        Phase.CHARGE,
                        request -> Contribution.of(
                                Adjustment.charge(Phase.CHARGE, ChargeKind.FEE, Money.of(NOK, -5), "rebate", HELLO))),
                Check.NOT_BELOW_ZERO,
                "takes more from a charge");
    }

    private static Adjustment ordered(Value value) {
        return new Adjustment(
                Phase.CAMPAIGN,
                new Target.Order(),
                Optional.empty(),
                value,
                "shop.rule",
                HELLO,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void adjustmentsAreFollowedTogetherButAlternativesAlone() {
        Value sixty = new Value.Rate(new BigDecimal("-60"), Base.LIST);
        pricing(
                answering(request -> Contribution.of(ordered(sixty), ordered(sixty))),
                Check.NOT_BELOW_ZERO,
                "brings the goods below zero");
        Optional<Group> best = Optional.of(new Group("g", Combine.BEST));
        PricingModule alternatives =
                answering(request -> Contribution.of(with(ordered(sixty), best), with(ordered(sixty), best)));
        assertThatCode(() -> Shop.empty().joinedBy(alternatives).checks().all(1, SOON))
                .doesNotThrowAnyException();
    }

    @Test
    void messagesHaveTheirTextsAndTheirPlaces() {
        pricing(adjusting(one -> saying(one, Message.of("shop.unknown", "?"))), Check.TEXTS, "is missing");
        pricing(
                adjusting(one -> saying(one, Message.of("shop.hello", "Hello", Argument.number(1)))),
                Check.TEXTS,
                "has 0 places, and the message 1 arguments");
        assertThat(refused(
                                Shop.empty().with(adjusting(one -> saying(one, Message.of("shop.unknown", "?")))),
                                Check.TEXTS,
                                "")
                        .kind())
                .isEqualTo(Kind.TEXT_MISSING);
    }

    @Test
    void labelsOfParametersAndStatesHaveTheirTexts() {
        Shop shop = Shop.good();
        shop.texts = Shop.both(Map.of("shop.hello", "Hello"));
        refused(shop, Check.TEXTS, "the text of plain.received in nb is missing");
        Shop silent = Shop.good();
        silent.texts = Shop.both(Map.of("plain.received", "Received"));
        refused(silent, Check.TEXTS, "the text of shop.hello in nb is missing");
    }

    @Test
    void theSameInputGivesTheSameAnswer() {
        AtomicInteger calls = new AtomicInteger();
        pricing(
                answering(request -> Contribution.of(
                        ordered(new Value.Rate(BigDecimal.valueOf(-(calls.incrementAndGet() % 50)), Base.RUNNING)))),
                Check.PURE,
                "asked twice it answers two things");
    }

    @Test
    void theRequestIsNotTheModulesToChange() {
        pricing(
                answering(request -> {
                    Collections.shuffle(request.lines());
                    return Contribution.NONE;
                }),
                Check.QUICK,
                "throws UnsupportedOperationException");
    }

    @Test
    void whateverItThrowsIsNamed() {
        pricing(
                answering(request -> {
                    throw new IllegalStateException("secret");
                }),
                Check.QUICK,
                "throws IllegalStateException");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsNotAnAnswer() {
        pricing(answering(request -> null), Check.QUICK, "answers null");
        pricing(adjusting(one -> with(one, (Value) null)), Check.QUICK, "answers null in 0.adjustments.0.value");
    }

    /** Keeps the request in a field, and waits until another thread has come by: wrong for certain. */
    private static final class Shared implements PricingModule {

        private final CountDownLatch two = new CountDownLatch(2);
        private volatile PricingRequest latest;

        Shared(PricingRequest first) {
            latest = first;
        }

        @Override
        public ModuleInfo info() {
            return Shop.info("shop.odd", Phase.CAMPAIGN);
        }

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            latest = request;
            if (Thread.currentThread().getName().equals("torg-checks")) {
                two.countDown();
                try {
                    two.await(5, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            List<Adjustment> adjustments = new ArrayList<>();
            for (PricingLine line : latest.lines()) {
                adjustments.add(Adjustment.lineDiscount(Phase.CAMPAIGN, line.id(), BigDecimal.ONE, "rule", HELLO));
            }
            return new Contribution(adjustments, List.of());
        }
    }

    @Test
    void threadsDoNotMixTheirAnswers() {
        pricing(new Shared(Example.of(Shop.good()).request()), Check.THREAD_SAFE, "while other threads ask too");
    }

    @Test
    void answersComeAtOnce() {
        pricing(
                answering(request -> {
                    long end = System.nanoTime() + Duration.ofMillis(60).toNanos();
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return Contribution.NONE;
                }),
                Check.QUICK,
                "ms, and may take 50");
    }

    @Test
    void aPartSaysTheSameOfItselfEachTime() {
        AtomicInteger asked = new AtomicInteger();
        pricing(
                new PricingModule() {
                    @Override
                    public ModuleInfo info() {
                        return new ModuleInfo(
                                "shop.odd", "1.0." + asked.getAndIncrement(), Set.of(Phase.CAMPAIGN), Set.of());
                    }

                    @Override
                    public Contribution contribute(Phase phase, PricingRequest request) {
                        return Contribution.NONE;
                    }
                },
                Check.STEADY,
                "info() answers something else the second time");
    }

    @Test
    void tiersAreTiers() {
        tiers(List.of(), Optional.empty(), "there is no tier");
        tiers(List.of(tier("gold", "101", "#9a7400")), Optional.empty(), "the tier gold is odd");
        tiers(List.of(tier("Gold", "10", "#9a7400")), Optional.empty(), "the tier Gold is not in kebab case");
        tiers(List.of(tier("gold", "10", "gold")), Optional.empty(), "the colour gold of the tier gold");
        tiers(List.of(tier("gold", "10", "#9a7400")), Optional.of("lead"), "suggests the tier lead");
    }

    private static Tier tier(String code, String percent, String colour) {
        return new Tier(code, HELLO, new BigDecimal(percent), colour);
    }

    private static void tiers(List<Tier> tiers, Optional<String> suggested, String reason) {
        Shop shop = Shop.good();
        shop.loyalty = Optional.of(Shop.loyalty(values -> tiers, suggested));
        refused(shop, Check.VALID, reason);
    }

    @Test
    void objectionsAndTermsHold() {
        Shop objecting = Shop.good();
        objecting.rules = List.of(facts -> List.of(new Objection("No Way", HELLO, Optional.empty())));
        refused(objecting, Check.VALID, "the code No Way is not in kebab case");
        Shop forgetful = Shop.good();
        Terms good = Shop.good().terms.apply(Example.of(Shop.good()).request().parameters());
        forgetful.terms = values ->
                new Terms(-1, good.returnFreightFree(), good.warrantyMonths(), good.amendment(), good.invoicing());
        refused(forgetful, Check.VALID, "the return window is negative");
    }

    @Test
    void anAccountPolicyIsWholeAndDependsOnNothingButTheParameters() {
        Shop silent = Shop.good();
        silent.accounts = values -> percent(values) == 10
                ? AccountPolicy.DEFAULT
                : new AccountPolicy(AccountPolicy.Registration.SELF, null, 8, false);
        refused(silent, Check.VALID, "answers null in 2.addresses");
        Shop moody = Shop.good();
        AtomicInteger asked = new AtomicInteger();
        moody.accounts = values -> new AccountPolicy(
                AccountPolicy.Registration.SELF,
                AccountPolicy.Addresses.AT_ONCE,
                8 + asked.incrementAndGet() % 50,
                false);
        refused(moody, Check.PURE, "asked twice it answers two things");
    }

    private static int percent(Parameters values) {
        return values.percent("shop.percent").intValue();
    }
}
