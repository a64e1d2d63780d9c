package org.torg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.contract.ContractViolation.Kind.CONFLICT;
import static org.torg.contract.ContractViolation.Kind.CONTRACT_FAILED;
import static org.torg.contract.ContractViolation.Kind.TEXT_MISSING;
import static org.torg.testkit.Shop.info;
import static org.torg.testkit.Shop.named;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.ContractViolation;
import org.torg.contract.ContractViolation.Kind;
import org.torg.contract.Offer;

class CompositionTest {

    private static final String SHOP = "org.example.shop";
    private static final String JOINED = "org.example.joined";

    private static void refused(Shop shop, Kind kind, String bundle, String reason) {
        assertThatThrownBy(shop::compose).isInstanceOfSatisfying(ContractViolation.class, e -> {
            assertThat(e.reason()).contains(reason);
            assertThat(e.kind()).as(e.reason()).isEqualTo(kind);
            assertThat(e.bundle()).as(e.reason()).isEqualTo(bundle);
        });
    }

    private static ModuleInfo ordered(String name, Set<String> after, Set<String> before) {
        return new ModuleInfo(name, "1.0.0", Set.of(), after, before, Optional.empty());
    }

    private static PricingModule with(List<ParameterDefinition> parameters, Texts texts) {
        return new Shop.Pricing(info("joined"), parameters, texts, (phase, request) -> Contribution.NONE);
    }

    @Test
    void aGoodVendorAndGoodModulesMakeASet() {
        Composed set = Shop.good()
                .joinedBy(with(
                        List.of(Shop.parameter("joined.percent", "5")),
                        new Texts(Map.of(
                                "nb", Map.of("joined.a", "A"),
                                "en", Map.of("joined.a", "A"),
                                "sv", Map.of("joined.a", "A")))))
                .compose();

        assertThat(set.pricing()).extracting(part -> part.info().name()).containsExactly("shop.odd", "joined");
        assertThat(set.pricing()).extracting(part -> part.bundle()).containsExactly(SHOP, JOINED);
        assertThat(set.pricing()).extracting(part -> part.source().module()).contains("joined 1.0.0");
        assertThat(set.parameters())
                .extracting(ParameterDefinition::key)
                .containsExactly("shop.percent", "joined.percent");
        assertThat(set.texts().byLanguage()).containsOnlyKeys("nb", "en");
        assertThat(set.texts().byLanguage().get("nb")).containsKeys("shop.hello", "joined.a");
        assertThat(set.vendor().source().module()).isEqualTo("plain 1.0.0");
    }

    @Test
    void modulesOfAllBundlesAreSortedByWhatTheyDeclare() {
        Composed set = Shop.empty()
                .with(named(ordered("b", Set.of("c"), Set.of())))
                .with(named(ordered("a", Set.of(), Set.of())))
                .joinedBy(named(ordered("c", Set.of("absent"), Set.of("a"))))
                .compose();

        assertThat(set.pricing()).extracting(part -> part.info().name()).containsExactly("c", "b", "a");
    }

    @Test
    void namesSlotsAndKeysAreClaimedOnce() {
        refused(
                Shop.good().joinedBy(named(info("shop.freight"))),
                CONFLICT,
                SHOP,
                "two modules have the name shop.freight");
        refused(Shop.good().joinedBy(named(info("shop.odd"))), CONFLICT, JOINED, "two modules have the name shop.odd");
        PricingModule season =
                named(new ModuleInfo("season", "1.0.0", Set.of(), Set.of(), Set.of(), Optional.of("season-campaign")));
        PricingModule other =
                named(new ModuleInfo("other", "1.0.0", Set.of(), Set.of(), Set.of(), Optional.of("season-campaign")));
        refused(Shop.empty().with(season).joinedBy(other), CONFLICT, JOINED, "claims the slot season-campaign");
        refused(
                Shop.good().joinedBy(with(List.of(Shop.parameter("shop.percent", "5")), Texts.NONE)),
                CONFLICT,
                JOINED,
                "two parameters have the key shop.percent");
    }

    @Test
    void modulesThatWaitForEachOtherAreRefused() {
        refused(
                Shop.empty()
                        .with(named(ordered("a", Set.of("b"), Set.of())))
                        .joinedBy(named(ordered("b", Set.of(), Set.of())))
                        .joinedBy(named(ordered("c", Set.of("a"), Set.of("b")))),
                CONFLICT,
                JOINED,
                "modules wait for each other: a, b, c");
    }

    @Test
    void aPhaseOfTheKernelIsNobodysElse() {
        refused(Shop.empty().with(named(info("a", Phase.LIST))), CONTRACT_FAILED, SHOP, "claims the phase LIST");
        refused(Shop.empty().joinedBy(named(info("a", Phase.TAX))), CONTRACT_FAILED, JOINED, "claims the phase TAX");
    }

    @Test
    void textsAreCompleteInEachLanguageOfTheVendor() {
        Shop shop = Shop.good();
        shop.texts = new Texts(Map.of("nb", Map.of("a", "A", "b", " "), "en", Map.of("b", "B")));
        refused(shop, TEXT_MISSING, SHOP, "no text in nb for [b]");
        refused(
                Shop.good().joinedBy(with(List.of(), new Texts(Map.of("en", Map.of("joined.a", "A"))))),
                TEXT_MISSING,
                JOINED,
                "no text in nb for [joined.a]");
    }

    @Test
    void noPartTakesTheTextOfAnother() {
        refused(
                Shop.good().joinedBy(with(List.of(), Shop.both(Map.of("shop.hello", "Good bye")))),
                CONFLICT,
                JOINED,
                "the text of shop.hello is another");
        Shop.good()
                .joinedBy(with(List.of(), Shop.both(Map.of("shop.hello", "Hello"))))
                .compose();
    }

    @Test
    void aTextIsAPattern() {
        refused(
                Shop.good().joinedBy(with(List.of(), Shop.both(Map.of("joined.a", "{x}")))),
                CONTRACT_FAILED,
                JOINED,
                "the text of joined.a in nb is no pattern");
    }

    @Test
    void aTextIsNoBook() {
        refused(
                Shop.good().joinedBy(with(List.of(), Shop.both(Map.of("joined.a", "a".repeat(4001))))),
                CONTRACT_FAILED,
                JOINED,
                "the text of joined.a in nb is too long");
    }

    @Test
    void aVendorSaysWhoItIs() {
        assertThatThrownBy(() -> Composition.compose(
                        new VendorId("other"), new Offer<>(SHOP, Shop.good()), List.of(), List.of()))
                .hasMessageContaining("is the vendor plain, not other");
        VendorDescriptor good = Shop.good().descriptor;
        descriptor(good, List.of(), good.languages(), good.accent(), "it has no market");
        descriptor(good, List.of("Norway"), good.languages(), good.accent(), "the market Norway is no country code");
        descriptor(good, good.markets(), List.of(), good.accent(), "it has no language");
        descriptor(good, good.markets(), List.of("nor"), good.accent(), "the language nor is no language code");
        descriptor(good, good.markets(), List.of("nb", "nb"), good.accent(), "it names a language twice");
        descriptor(good, good.markets(), good.languages(), "red", "its accent red is no #rrggbb");
    }

    private static void descriptor(
            VendorDescriptor good, List<String> markets, List<String> languages, String accent, String reason) {
        Shop shop = Shop.good();
        shop.descriptor = new VendorDescriptor(
                good.id(), good.version(), good.name(), good.seller(), good.currency(), markets, languages, accent);
        refused(shop, CONTRACT_FAILED, SHOP, reason);
    }

    @Test
    void aParameterBeginsWithAValidValue() {
        Shop shop = Shop.good();
        shop.parameters = List.of(Shop.parameter("shop.percent", "51"));
        refused(shop, CONTRACT_FAILED, SHOP, "the initial value of shop.percent is 51: it must be at most 50");
    }

    @Test
    void aWorkflowHoldsTogether() {
        Message text = Shop.HELLO;
        Workflow.State open = new Workflow.State("open", text, text, Set.of(), Optional.of(OrderStatus.PLACED));
        Shop shop = Shop.good();
        shop.workflow = new Workflow("open", List.of(open), List.of(new Workflow.Transition("open", "sent")));
        refused(shop, CONTRACT_FAILED, SHOP, "the workflow transition open to sent leads nowhere");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whateverCodeThrowsOrLeavesOutIsNamed() {
        Shop throwing = Shop.good().joinedBy(new PricingModule() {
            @Override
            public ModuleInfo info() {
                throw new StackOverflowError();
            }

            @Override
            public Contribution contribute(Phase phase, org.torg.api.pricing.PricingRequest request) {
                return Contribution.NONE;
            }
        });
        refused(throwing, CONTRACT_FAILED, JOINED, "info throws StackOverflowError");
        Shop shop = Shop.good();
        shop.workflow = new Workflow(
                "open", List.of(new Workflow.State("open", null, Shop.HELLO, Set.of(), Optional.empty())), List.of());
        refused(shop, CONTRACT_FAILED, SHOP, "workflow: states.0.label is null");
        refused(Shop.good().joinedBy(named(info("Loud"))), CONTRACT_FAILED, JOINED, "the name Loud is not in lower");
    }
}
