package org.torg.vendors.dental;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.CartRule.CartFacts;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.Destination.Kind;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricingLine;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.Action;
import org.torg.api.vendor.Workflow.State;
import org.torg.api.vendor.Workflow.Transition;
import org.torg.testkit.Example;
import org.torg.testkit.VendorContract;

class DentalVendorTest extends VendorContract {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");

    private final DentalVendor vendor = new DentalVendor("1.0.0");
    private final Example nothing = Example.of(vendor);

    @Override
    protected Vendor vendor() {
        return new DentalVendor("1.0.0");
    }

    private static PricingLine line(String id, String category, int quantity) {
        return new PricingLine(
                new LineId(id),
                new Sku("ARTICLE-" + id),
                "product",
                category,
                "Dvale",
                quantity,
                BigMoney.of(NOK, 10),
                Money.of(NOK, 10),
                BigDecimal.ONE,
                false,
                Map.of());
    }

    private List<Objection> objections(Example cart) {
        CartFacts facts = new CartFacts(cart.request(), Optional.empty(), Optional.empty(), Optional.empty());
        List<Objection> objections = new ArrayList<>();
        for (CartRule rule : vendor.cartRules()) {
            objections.addAll(rule.check(facts));
        }
        return objections;
    }

    @Test
    @Tag("D21")
    void aSecondSplintIsRefusedAtItsLine() {
        Example cart = nothing.line(line("1", "splints/two-piece", 1)).line(line("2", "splints/arms", 1));

        assertThat(objections(cart)).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("one-splint-only");
            assertThat(objection.line()).contains(new LineId("2"));
        });
    }

    @Test
    @Tag("D21")
    void twoOfOneSplintAreRefused() {
        assertThat(objections(nothing.line(line("1", "splints/two-piece", 2))))
                .extracting(Objection::code)
                .containsExactly("one-splint-only");
    }

    @Test
    @Tag("D21")
    void whateverIsNoSplintMayBeAddedInAnyQuantity() {
        Example cart = nothing.line(line("1", "splints/two-piece", 1))
                .line(line("2", "appliances/guards", 2))
                .line(line("3", "supplies", 40))
                .line(line("4", "splints-care", 3));

        assertThat(objections(cart)).isEmpty();
    }

    @Test
    @Tag("D22")
    void theRefusalTellsToPlaceAnotherOrderForTheSamePatient() {
        Objection objection = objections(nothing.line(line("1", "splints", 2))).get(0);

        assertThat(objection.message().english()).contains("additional order").contains("same patient");
    }

    @Test
    @Tag("D39")
    void whatIsMadeForAPatientGoesToTheClinicOnly() {
        for (String category : List.of("splints/arms", "appliances/guards")) {
            Example cart = nothing.line(line("1", category, 1)).line(line("2", "supplies", 1));
            assertThat(objections(cart.to("NO", "7041", Kind.BUSINESS))).isEmpty();
            assertThat(objections(cart.to("NO", "7041", Kind.PRIVATE)))
                    .extracting(Objection::code)
                    .containsExactly("clinic-only");
            assertThat(objections(cart.to("NO", "7041", Kind.PARCEL_SHOP)))
                    .extracting(Objection::code)
                    .containsExactly("clinic-only");
        }
    }

    @Test
    @Tag("D39")
    void suppliesMayWaitAtAParcelShopButGoToNobodysHome() {
        Example cart = nothing.line(line("1", "supplies/care", 5));

        assertThat(objections(cart.to("NO", "7041", Kind.PARCEL_SHOP))).isEmpty();
        assertThat(objections(cart.to("NO", "7041", Kind.PRIVATE)))
                .extracting(Objection::code)
                .containsExactly("clinic-only");
    }

    @Test
    void nothingGoesAbroad() {
        assertThat(objections(nothing.line(line("1", "supplies", 1)).to("SE", "21119", Kind.BUSINESS)))
                .extracting(Objection::code)
                .containsExactly("country-not-served");
    }

    @Test
    @Tag("D25")
    void anOrderWaitsForItsRecordsAndSaysWhatToDoForEachCaseType() {
        State awaiting = state("awaiting");

        assertThat(vendor.workflow().initial()).isEqualTo("awaiting");
        assertThat(norwegian(awaiting.label().key())).isEqualTo("Venter");
        assertThat(awaiting.explanation().english())
                .contains("Models and impressions need time")
                .contains("sent scans, contact us");
    }

    @Test
    @Tag("D26")
    void ordersAreHeldForReasonsThatShareALabel() {
        List<State> holds = vendor.workflow().states().stream()
                .filter(state -> norwegian(state.label().key()).equals("På vent"))
                .toList();

        assertThat(holds)
                .extracting(State::code)
                .containsExactly("on-hold-records-insufficient", "on-hold-scans-missing");
        assertThat(holds).extracting(state -> state.explanation().key()).doesNotHaveDuplicates();
        assertThat(holds)
                .allSatisfy(state -> assertThat(state.explanation().english()).contains("technician will contact you"));
    }

    @Test
    void nothingIsSentBeforeItHasPassedTheControl() {
        assertThat(vendor.workflow().states())
                .filteredOn(state -> state.actions().contains(Action.SHIP))
                .extracting(State::code)
                .containsExactly("approved", "partly-shipped");
        assertThat(vendor.workflow().transitions())
                .filteredOn(step -> step.from().equals("production"))
                .extracting(Transition::to)
                .containsExactly("quality-control");
        assertThat(vendor.workflow().transitions())
                .filteredOn(step -> step.to().equals("approved"))
                .extracting(Transition::from)
                .as("what need not be made is approved at once")
                .containsExactlyInAnyOrder("quality-control", "awaiting");
    }

    @Test
    @Tag("D28")
    void anOrderCanBeCancelledUntilProductionBegins() {
        assertThat(vendor.workflow().states())
                .filteredOn(state -> state.actions().contains(Action.CANCEL_LINES))
                .extracting(State::code)
                .containsExactly("awaiting", "on-hold-records-insufficient", "on-hold-scans-missing");
        assertThat(terms().amendment()).isEqualTo(Terms.Amendment.STAFF_BEFORE_SHIPMENT);
        assertThat(state("cancelled").explanation().english()).contains("Place it anew");
    }

    @Test
    void theWarrantyIsWhatStaffSay() {
        assertThat(terms().warrantyMonths()).isEqualTo(24);
        assertThat(vendor.terms(nothing.with("warranty.months", "36").request().parameters())
                        .warrantyMonths())
                .isEqualTo(36);
    }

    @Test
    void whatIsMadeToMeasureIsNotReturnedWithoutAReason() {
        assertThat(terms().returnWindowDays()).isZero();
    }

    @Test
    @Tag("D01")
    @Tag("D03")
    void dvaleOpensTheAccountsOfClinics() {
        assertThat(policy().registration()).isEqualTo(AccountPolicy.Registration.BY_VENDOR);
    }

    @Test
    @Tag("D38")
    void dvaleAloneChangesAddresses() {
        assertThat(policy().addresses()).isEqualTo(AccountPolicy.Addresses.BY_VENDOR);
    }

    @Test
    void freightIsOnePriceForAllThatIsInTheOrder() {
        assertThat(vendor.shipping()
                        .get(0)
                        .options(nothing.line(line("1", "supplies", 100)).request()))
                .singleElement()
                .satisfies(option -> assertThat(option.price()).isEqualTo(Money.of(NOK, 145)));
    }

    @Test
    @Tag("D50")
    void theSellerIsReachedInItsMarket() {
        LegalEntity seller = vendor.descriptor().seller();

        assertThat(vendor.descriptor().markets())
                .containsExactly(seller.address().country());
        assertThat(seller.phone()).startsWith("+47");
        assertThat(seller.email()).isEqualTo("ordre@dvale.example");
    }

    private State state(String code) {
        return vendor.workflow().states().stream()
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String norwegian(String key) {
        return vendor.texts().byLanguage().get("nb").getOrDefault(key, "");
    }

    private Terms terms() {
        return vendor.terms(nothing.request().parameters());
    }

    private AccountPolicy policy() {
        return vendor.accounts(nothing.request().parameters());
    }

    @Test
    void everyStateCanBeReached() {
        Workflow workflow = vendor.workflow();

        assertThat(workflow.transitions())
                .extracting(Transition::to)
                .containsAll(workflow.states().stream()
                        .map(State::code)
                        .filter(code -> !code.equals(workflow.initial()))
                        .toList());
    }
}
