package org.torg.kernel.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.pricing.TestVendor.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.torg.api.Clock;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.cart.CartRule;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.State;
import org.torg.api.vendor.Workflow.Transition;
import org.torg.contract.ContractViolation;
import org.torg.kernel.pricing.TestVendor;

class VendorRegistryTest {

    private static final Clock CLOCK = () -> Instant.EPOCH;
    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");

    private record Module(ModuleInfo info, Function<Phase, Contribution> answer) implements PricingModule {

        static Module of(String name, Set<Phase> phases, String... after) {
            return new Module(new ModuleInfo(name, "2.1.0", phases, Set.of(after)), phase -> Contribution.NONE);
        }

        static Module answering(Function<Phase, Contribution> answer) {
            return new Module(new ModuleInfo("odd", "2.1.0", Set.of(Phase.CAMPAIGN), Set.of()), answer);
        }

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            return answer.apply(phase);
        }
    }

    static VendorRegistry configured(String vendors) {
        return new VendorRegistry(CLOCK, vendors, Limits.DEFAULT, Duration.ofSeconds(30), Duration.ZERO);
    }

    private static boolean isRefused(Vendor vendor) {
        return configured("").compose(vendor.descriptor().id(), code(vendor)) instanceof Outcome.Refused;
    }

    private static List<ModuleCode> code(Vendor vendor) {
        return List.of(new ModuleCode(
                VendorRegistry.alone(vendor).modules().get(0), Optional.of(vendor), List.of(), List.of()));
    }

    private static void compose(Vendor vendor) {
        GuardedVendor.compose(vendor.descriptor().id(), code(vendor), Limits.DEFAULT, CLOCK);
    }

    private static void call(Module module, Phase phase) {
        Vendor vendor = VendorRegistry.of(CLOCK, new TestVendor("test").with(module))
                .resolve(Optional.empty())
                .orElseThrow();
        vendor.pricing().get(0).contribute(phase, request());
    }

    private static PricingRequest request() {
        return new PricingRequest(
                new VendorId("test"),
                java.time.LocalDate.of(2026, 11, 20),
                new Buyer(new AccountId("a"), Optional.empty(), Set.of()),
                List.of(),
                Money.zero(NOK),
                Optional.empty(),
                new Parameters(NOK, Map.of()));
    }

    private static Adjustment charge(Phase phase, String currency) {
        return Adjustment.charge(
                phase, ChargeKind.FEE, Money.of(CurrencyUnit.of(currency), 1), "fee", Message.of("fee", "Fee"));
    }

    @Test
    void vendorsComeAndGo() {
        Vendor vendor = new TestVendor("test");
        VendorRegistry registry = VendorRegistry.of(CLOCK, vendor, new TestVendor("another"));

        assertThat(registry.present())
                .extracting(present -> present.descriptor().id().value())
                .containsExactly("another", "test");
        assertThat(code(registry, Optional.empty())).isEqualTo("vendor-required");

        registry.gap(new VendorId("test"));

        // What it says of itself is known; nothing is evaluated.
        assertThat(registry.find(new VendorId("test"))).isPresent();
        assertThat(code(registry, Optional.empty())).isEqualTo("vendor-required");
        assertThat(registry.enter(Optional.of(new VendorId("test"))).isDone()).isFalse();
    }

    @Test
    void whatIsPutUpLaterServesFromThenOn() {
        VendorRegistry registry = VendorRegistry.of(CLOCK, new TestVendor("test").with(Module.of("first", Set.of())));

        assertThat(module(registry)).isEqualTo("first");
        registry.put(new TestVendor("test").with(Module.of("second", Set.of())));
        assertThat(module(registry)).isEqualTo("second");
    }

    private static String module(VendorRegistry registry) {
        return registry.resolve(Optional.empty())
                .orElseThrow()
                .pricing()
                .get(0)
                .info()
                .name();
    }

    @Test
    void modulesThatWaitForEachOtherKeepTheVendorOut() {
        TestVendor vendor = new TestVendor("test")
                .with(Module.of("a", Set.of(), "c"), Module.of("b", Set.of(), "a"), Module.of("c", Set.of(), "b"));

        assertThat(isRefused(vendor)).isTrue();
        assertThatThrownBy(() -> compose(vendor))
                .isInstanceOf(ContractViolation.class)
                .hasMessageContaining("modules wait for each other: a, b, c");
    }

    @Test
    void aWorkflowThatDoesNotHoldTogetherKeepsTheVendorOut() {
        State open = state("open", Optional.of(OrderStatus.PLACED));
        State sent = state("sent", Optional.of(OrderStatus.COMPLETED));

        assertThat(isRefused(workflow("open", List.of(open, sent), new Transition("open", "sent"))))
                .isFalse();
        refused(workflow("new", List.of(open)), "no workflow state new");
        refused(
                workflow("open", List.of(open), new Transition("open", "sent")),
                "the workflow transition open to sent leads nowhere");
        refused(workflow("open", List.of(open, open)), "two workflow states have the code open");
        refused(
                workflow("open", List.of(open, state("other", Optional.of(OrderStatus.PLACED)))),
                "two workflow states stand for the status PLACED");
        refused(workflow("sent", List.of(open, sent)), "stands for another status than PLACED");
        refused(
                workflow("a b", List.of(state("a b", Optional.empty()))),
                "the workflow state a b is not in kebab case");
    }

    private static Vendor workflow(String initial, List<State> states, Transition... transitions) {
        return new TestVendor("test").with(new Workflow(initial, states, List.of(transitions)));
    }

    private static void refused(Vendor vendor, String why) {
        assertThat(isRefused(vendor)).isTrue();
        assertThatThrownBy(() -> compose(vendor))
                .isInstanceOf(ContractViolation.class)
                .hasMessageContaining(why);
    }

    @Test
    void modulesAreSortedByWhatTheyDeclareAndElseAsListed() {
        Vendor vendor = VendorRegistry.of(
                        CLOCK,
                        new TestVendor("test")
                                .with(
                                        Module.of("d", Set.of(), "absent"),
                                        Module.of("c", Set.of(), "a"),
                                        Module.of("b", Set.of()),
                                        Module.of("a", Set.of())))
                .resolve(Optional.empty())
                .orElseThrow();

        assertThat(vendor.pricing()).extracting(module -> module.info().name()).containsExactly("d", "b", "a", "c");
    }

    @Test
    void twoModulesOfOneNameOrAClaimOnTheKernelsPhasesKeepTheVendorOut() {
        assertThat(isRefused(new TestVendor("test").with(Module.of("a", Set.of()), Module.of("a", Set.of()))))
                .isTrue();
        assertThat(isRefused(new TestVendor("test").with(Module.of("a", Set.of(Phase.LIST)))))
                .isTrue();
        assertThat(isRefused(new TestVendor("test").with(Module.of("a", Set.of(Phase.TAX)))))
                .isTrue();
    }

    @Test
    void whateverAModuleThrowsNamesModuleAndVersion() {
        assertThatThrownBy(() -> call(
                        Module.answering(phase -> {
                            throw new StackOverflowError();
                        }),
                        Phase.CAMPAIGN))
                .isInstanceOfSatisfying(VendorFailure.class, e -> {
                    assertThat(e.vendor()).isEqualTo(new VendorId("test"));
                    assertThat(e.module()).isEqualTo("odd 2.1.0");
                    assertThat(e.contract()).isEqualTo("PricingModule");
                    assertThat(e.getCause()).isNull();
                });
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsNotAnAnswer() {
        assertThatThrownBy(() -> call(Module.answering(phase -> null), Phase.CAMPAIGN))
                .isInstanceOf(VendorFailure.class);
    }

    @Test
    void anAnswerThatDoesNotFitTheQuestionIsAFailure() {
        Function<Adjustment, Module> with = adjustment -> Module.answering(phase -> Contribution.of(adjustment));

        assertThatThrownBy(() -> call(with.apply(charge(Phase.CHARGE, "NOK")), Phase.CAMPAIGN))
                .hasMessageContaining("another phase");
        assertThatThrownBy(() -> call(with.apply(charge(Phase.CAMPAIGN, "NOK")), Phase.CAMPAIGN))
                .hasMessageContaining("a charge belongs to");
        assertThatThrownBy(() -> call(with.apply(charge(Phase.CHARGE, "SEK")), Phase.CHARGE))
                .hasMessageContaining("another currency");
        call(with.apply(charge(Phase.CHARGE, "NOK")), Phase.CHARGE);
    }

    @Test
    void aCartRuleThatFailsIsAttributedToo() {
        CartRule broken = facts -> {
            throw new IllegalStateException("secret of a customer");
        };
        Vendor vendor = VendorRegistry.of(CLOCK, new TestVendor("test").with(broken))
                .resolve(Optional.empty())
                .orElseThrow();

        assertThatThrownBy(() -> vendor.cartRules()
                        .get(0)
                        .check(new CartRule.CartFacts(request(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isInstanceOf(VendorFailure.class)
                .hasMessageNotContaining("secret")
                .hasMessageContaining("CartRule");
    }

    @Test
    void aVendorThatIsAwayIsNeverReplacedByAnother() {
        VendorRegistry registry = configured("dental, test");
        registry.put(new TestVendor("test"));

        assertThat(code(registry, Optional.empty())).isEqualTo("vendor-required");
        assertThat(code(registry, Optional.of(new VendorId("dental")))).isEqualTo("vendor-unavailable");
        assertThat(code(registry, Optional.of(new VendorId("nobody")))).isEqualTo("vendor-unknown");
        assertThat(registry.resolve(Optional.of(new VendorId("test"))).isDone()).isTrue();
        assertThat(registry.absent()).containsExactly(new VendorId("dental"));
        registry.expect(new VendorId("nobody"));
        assertThat(code(registry, Optional.of(new VendorId("nobody")))).isEqualTo("vendor-unavailable");
    }

    private static String code(VendorRegistry registry, Optional<VendorId> named) {
        return ((Outcome.Refused<Vendor>) registry.resolve(named)).refusal().code();
    }
}
