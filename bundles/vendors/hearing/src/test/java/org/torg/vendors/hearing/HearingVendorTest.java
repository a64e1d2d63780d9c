package org.torg.vendors.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.cart.CartRule.CartFacts;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination.Kind;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.Workflow.Action;
import org.torg.api.vendor.Workflow.State;
import org.torg.testkit.Example;
import org.torg.testkit.VendorContract;

class HearingVendorTest extends VendorContract {

    private static final CurrencyUnit SEK = CurrencyUnit.of("SEK");

    private final HearingVendor vendor = new HearingVendor("1.0.0");
    private final Example parts = Example.of(vendor).line("VAXFILTER", 10, "45.00");

    @Override
    protected Vendor vendor() {
        return new HearingVendor("1.0.0");
    }

    private List<Objection> objections(Example cart) {
        return vendor.cartRules()
                .get(0)
                .check(new CartFacts(cart.request(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void goodsGoToSwedenOnly() {
        assertThat(objections(parts)).isEmpty();
        assertThat(objections(parts.to("FI", "00100", Kind.BUSINESS)))
                .extracting(Objection::code)
                .containsExactly("country-not-served");
    }

    @Test
    void aParcelIsFreeForLargeOrdersAndExpressIsNot() {
        List<DeliveryOption> options = vendor.shipping().get(0).options(parts.request());

        assertThat(options).extracting(DeliveryOption::code).containsExactly("parcel", "express");
        assertThat(options.get(0).price()).isEqualTo(Money.of(SEK, 79));
        assertThat(options.get(0).waiver().orElseThrow().threshold()).isEqualTo(Money.of(SEK, 3000));
        assertThat(options.get(1).waiver()).isEmpty();
    }

    @Test
    @Tag("H42")
    void anOrderIsReceivedInProcessShippedOrDelivered() {
        assertThat(vendor.workflow().states())
                .extracting(state -> swedish(state.label().key()))
                .contains("Mottagen", "Behandlas", "Skickad", "Levererad");
        assertThat(vendor.workflow().initial()).isEqualTo("received");
        assertThat(vendor.workflow().states())
                .filteredOn(state -> state.when().equals(Optional.of(OrderStatus.COMPLETED)))
                .extracting(State::code)
                .containsExactly("shipped");
    }

    @Test
    void linesCanBeCancelledUntilTheWorkBegins() {
        assertThat(vendor.workflow().states())
                .filteredOn(state -> state.actions().contains(Action.CANCEL_LINES))
                .extracting(State::code)
                .containsExactly("received");
    }

    @Test
    void aDeviceIsReturnedOnRequestOnlyAndUnderWarrantyForTwoYears() {
        Terms terms = vendor.terms(parts.request().parameters());

        assertThat(terms.returnWindowDays()).isZero();
        assertThat(terms.warrantyMonths()).isEqualTo(24);
    }

    @Test
    @Tag("H02")
    @Tag("H04")
    @Tag("H16")
    void customersRegisterByFormWithEightCharactersAndAskForLocations() {
        AccountPolicy policy = vendor.accounts(parts.request().parameters());

        assertThat(policy.registration()).isEqualTo(AccountPolicy.Registration.SELF);
        assertThat(policy.passwordMinimum()).isEqualTo(8);
        assertThat(policy.addresses()).isEqualTo(AccountPolicy.Addresses.BY_VENDOR);
    }

    @Test
    @Tag("H58")
    @Tag("H59")
    void theSwedishCompanySellsAndIsReachedByPhoneAndMail() {
        LegalEntity seller = vendor.descriptor().seller();

        assertThat(vendor.descriptor().markets())
                .containsExactly(seller.address().country());
        assertThat(seller.phone()).startsWith("+46");
        assertThat(seller.email()).isEqualTo("kundtjanst@horlund.example");
        assertThat(vendor.descriptor().currency()).isEqualTo(SEK);
    }

    @Test
    void theSellersNumbersHaveValidCheckDigits() {
        LegalEntity seller = vendor.descriptor().seller();

        assertThat(seller.organisationNumber()).matches("[0-9]{10}");
        assertThat(luhn(seller.organisationNumber())).isZero();
        assertThat(seller.bankAccount()).matches("[0-9]{8}");
        assertThat(luhn(seller.bankAccount())).isZero();
        assertThat(seller.vatNumber()).isEqualTo("SE" + seller.organisationNumber() + "01");
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10) * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10;
    }

    private String swedish(String key) {
        return vendor.texts().byLanguage().get("sv").getOrDefault(key, "");
    }
}
