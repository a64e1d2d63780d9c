package org.torg.vendors.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.CartRule.CartFacts;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Contact;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.Workflow;
import org.torg.testkit.VendorContract;

class LightingVendorTest extends VendorContract {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final Destination OSLO = new Destination("NO", "0581", Destination.Kind.BUSINESS);

    private final LightingVendor vendor = new LightingVendor("1.0.0");
    private final Parameters parameters = parameters();
    private final LoyaltyProgram loyalty = vendor.loyalty().orElseThrow();

    @Override
    protected Vendor vendor() {
        return new LightingVendor("1.0.0");
    }

    private Parameters parameters() {
        Map<String, String> values = new TreeMap<>();
        for (ParameterDefinition definition : vendor.parameters()) {
            values.put(definition.key(), definition.initial());
        }
        return new Parameters(NOK, values);
    }

    private PricingRequest order(Destination destination, PricingLine... lines) {
        return new PricingRequest(
                vendor.descriptor().id(),
                LocalDate.of(2026, 11, 20),
                new Buyer(new AccountId("a"), Optional.empty(), Set.of()),
                List.of(lines),
                Money.zero(NOK),
                Optional.of(destination),
                parameters);
    }

    private static PricingLine line(int quantity, String weightKg, boolean bulky) {
        return new PricingLine(
                new LineId("1"),
                new Sku("LAMP"),
                "lamp",
                "indoor",
                "Lysverk",
                quantity,
                BigMoney.of(NOK, 10),
                Money.of(NOK, 10),
                new BigDecimal(weightKg),
                bulky,
                Map.of());
    }

    private List<DeliveryOption> options(PricingLine... lines) {
        return vendor.shipping().get(0).options(order(OSLO, lines));
    }

    private List<String> objections(Destination destination, Optional<Contact> contact, PricingLine... lines) {
        PricingRequest goods = order(destination, lines);
        CartFacts facts = new CartFacts(
                goods,
                Optional.empty(),
                vendor.shipping().get(0).options(goods).stream().findFirst(),
                contact);
        List<String> codes = new ArrayList<>();
        for (CartRule rule : vendor.cartRules()) {
            rule.check(facts).stream().map(Objection::code).forEach(codes::add);
        }
        return codes;
    }

    @Test
    @Tag("L07")
    void theTiersAreSilverGoldAndPlatinum() {
        assertThat(loyalty.tiers(parameters)).extracting(Tier::code).containsExactly("silver", "gold", "platinum");
    }

    @Test
    void eachTierHasANameBesideItsOwnColour() {
        assertThat(loyalty.tiers(parameters)).extracting(Tier::colour).doesNotHaveDuplicates();
        assertThat(loyalty.tiers(parameters))
                .extracting(tier -> tier.name().english())
                .containsExactly("Silver", "Gold", "Platinum");
    }

    @Test
    void aTierIsSuggestedByHowOftenAndHowMuchWasOrdered() {
        assertThat(suggested(12, "100000.00")).contains("gold");
        assertThat(suggested(11, "100000.00")).contains("silver");
        assertThat(suggested(12, "99999.99")).contains("silver");
        assertThat(suggested(24, "400000.00")).contains("platinum");
        assertThat(suggested(23, "400000.00")).contains("gold");
    }

    private Optional<String> suggested(int orders, String net) {
        return loyalty.suggest(new History(orders, Money.of(NOK, new BigDecimal(net))), parameters);
    }

    @Test
    @Tag("L51")
    void whatIsTooBigOrTooHeavyGoesByForwarderOnly() {
        assertThat(options(line(30, "1.0", false)))
                .extracting(DeliveryOption::code)
                .containsExactly("parcel", "express");
        assertThat(options(line(1, "30.001", false)))
                .extracting(DeliveryOption::code)
                .containsExactly("forwarder");
        assertThat(options(line(16, "1", false), line(15, "1", false)))
                .as("the order's weight, not the line's")
                .extracting(DeliveryOption::code)
                .containsExactly("forwarder");
        assertThat(options(line(1, "0.1", true)))
                .extracting(DeliveryOption::code, DeliveryOption::phoneRequired)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("forwarder", true));
    }

    @Test
    @Tag("L51")
    void theForwarderNeedsAPhoneNumberAtCheckout() {
        Contact silent = new Contact("a@b.example", Optional.empty());
        Contact blank = new Contact("a@b.example", Optional.of(" "));
        Contact reachable = new Contact("a@b.example", Optional.of("+4791234567"));

        assertThat(objections(OSLO, Optional.of(silent), line(1, "1", true))).containsExactly("phone-required");
        assertThat(objections(OSLO, Optional.of(blank), line(1, "1", true))).containsExactly("phone-required");
        assertThat(objections(OSLO, Optional.of(reachable), line(1, "1", true))).isEmpty();
        assertThat(objections(OSLO, Optional.empty(), line(1, "1", true))).isEmpty();
        assertThat(objections(OSLO, Optional.of(silent), line(1, "1", false))).isEmpty();
    }

    @Test
    @Tag("L52")
    void nothingGoesToAParcelShop() {
        Destination parcelShop = new Destination("NO", "0581", Destination.Kind.PARCEL_SHOP);

        assertThat(objections(parcelShop, Optional.empty(), line(1, "1", false)))
                .containsExactly("parcel-shop-refused");
        assertThat(objections(OSLO, Optional.empty(), line(1, "1", false))).isEmpty();
    }

    @Test
    void nothingGoesAbroad() {
        Destination malmo = new Destination("SE", "21119", Destination.Kind.BUSINESS);

        assertThat(objections(malmo, Optional.empty(), line(1, "1", false))).containsExactly("country-not-served");
    }

    @Test
    void theTermsPromiseFiftyDaysFreeReturnAndTwelveMonths() {
        Terms terms = vendor.terms(parameters);

        assertThat(terms.returnWindowDays()).isEqualTo(50);
        assertThat(terms.returnFreightFree()).isTrue();
        assertThat(terms.warrantyMonths()).isEqualTo(12);
    }

    @Test
    void linesCanBeCancelledUntilPickingBegins() {
        assertThat(vendor.workflow().states())
                .filteredOn(state -> state.actions().contains(Workflow.Action.CANCEL_LINES))
                .extracting(Workflow.State::code)
                .containsExactly("received");
    }

    @Test
    void theTextsAreInFiveLanguagesAndNorwegianComesFirst() {
        Map<String, Map<String, String>> texts = vendor.texts().byLanguage();

        assertThat(vendor.descriptor().languages()).startsWith("nb");
        assertThat(texts).containsOnlyKeys("nb", "sv", "da", "fi", "en");
        assertThat(texts.get("nb")).containsEntry("lighting.tier.gold", "Gull");
        assertThat(texts.get("sv")).containsEntry("lighting.tier.gold", "Guld");
        assertThat(texts.get("fi")).containsEntry("lighting.tier.gold", "Kulta");
        assertThat(texts.values())
                .extracting(Map::keySet)
                .containsOnly(texts.get("nb").keySet());
    }

    @Test
    void theSellersNumbersHaveValidCheckDigits() {
        LegalEntity seller = vendor.descriptor().seller();

        assertThat(seller.organisationNumber()).matches("[0-9]{9}");
        assertThat(mod11(seller.organisationNumber(), 3, 2, 7, 6, 5, 4, 3, 2, 1))
                .isZero();
        assertThat(seller.bankAccount()).matches("[0-9]{11}");
        assertThat(mod11(seller.bankAccount(), 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)).isZero();
        assertThat(seller.vatNumber().replace(" ", "")).isEqualTo("NO" + seller.organisationNumber() + "MVA");
    }

    private static int mod11(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return sum % 11;
    }
}
