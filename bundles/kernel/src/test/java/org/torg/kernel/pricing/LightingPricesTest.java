package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.pricing.Carts.agreed;
import static org.torg.kernel.pricing.Carts.nok;
import static org.torg.kernel.pricing.Carts.ofGroup;
import static org.torg.kernel.pricing.Carts.standard;
import static org.torg.kernel.pricing.Carts.variant;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.TraceEntry.Standing;
import org.torg.vendors.lighting.LightingVendor;

/** What lighting's customers pay. */
class LightingPricesTest {

    private static Carts cart() {
        return Carts.of(new LightingVendor("1.0.0"));
    }

    private static Carts bulky(String... ids) {
        Carts cart = cart();
        for (String id : ids) {
            cart.line(id, 1, variant("POLE-" + id, "standard", "4", true), standard("POLE-" + id, "1000.00"));
        }
        return cart;
    }

    private static List<Money> charges(PricedCart cart, ChargeKind kind) {
        return cart.charges().stream()
                .filter(charge -> charge.kind() == kind)
                .map(Charge::net)
                .toList();
    }

    @Test
    @Tag("L07")
    void eachOfTheThreeTiersHasItsOwnPrice() {
        assertThat(cart().line("1", 1, "100.00")
                        .tier("silver")
                        .priced()
                        .lines()
                        .get(0)
                        .net())
                .isEqualTo(nok("95.00"));
        assertThat(cart().line("1", 1, "100.00")
                        .tier("gold")
                        .priced()
                        .lines()
                        .get(0)
                        .net())
                .isEqualTo(nok("90.00"));
        assertThat(cart().line("1", 1, "100.00")
                        .tier("platinum")
                        .priced()
                        .lines()
                        .get(0)
                        .net())
                .isEqualTo(nok("85.00"));
    }

    @Test
    @Tag("L08")
    void aCustomerWithWhomNothingWasAgreedIsSilver() {
        PricedCart cart = cart().line("1", 1, "100.00").priced();

        assertThat(cart.lines().get(0).net()).isEqualTo(nok("95.00"));
        assertThat(cart.trace()).anyMatch(entry -> entry.rule().equals("loyalty.silver"));
    }

    @Test
    void aTierChangesNeitherByQuantityNorByAmount() {
        PricedCart large = cart().line("1", 100_000, "1000.00").priced();

        assertThat(large.trace())
                .filteredOn(entry -> entry.phase() == Phase.LOYALTY)
                .extracting(TraceEntry::rule)
                .containsExactly("loyalty.silver");
    }

    @Test
    void aTierThatStaffEditChangesThePrice() {
        PricedCart cart = cart().line("1", 1, "100.00")
                .tier("gold")
                .parameter("loyalty.gold.percent", "12.5")
                .priced();

        assertThat(cart.lines().get(0).net()).isEqualTo(nok("87.50"));
    }

    @Test
    void anAgreedPriceReplacesTheDiscountWhenItIsBetter() {
        PricedCart cart = cart().line(
                        "1", 10, variant("A", "standard", "1", false), standard("A", "100.00"), agreed("A", "80.00"))
                .tier("gold")
                .priced();

        assertThat(cart.lines().get(0).net()).isEqualTo(nok("800.00"));
        assertThat(cart.trace())
                .filteredOn(entry -> entry.phase() == Phase.AGREEMENT)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.rule()).isEqualTo("agreement.account");
                    assertThat(entry.base()).isEqualTo(nok("900.00"));
                    assertThat(entry.result()).isEqualTo(nok("-100.00"));
                });
    }

    @Test
    void anAgreedPriceThatIsNotBetterIsRejectedAndSaysWhy() {
        PricedCart cart = cart().line(
                        "1",
                        1,
                        variant("A", "standard", "1", false),
                        standard("A", "100.00"),
                        ofGroup("A", "92.00", "chain"))
                .groups("chain")
                .tier("gold")
                .priced();

        assertThat(cart.lines().get(0).net()).isEqualTo(nok("90.00"));
        assertThat(cart.trace())
                .filteredOn(entry -> entry.phase() == Phase.AGREEMENT)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.standing()).isEqualTo(Standing.REJECTED);
                    assertThat(entry.message().key()).isEqualTo("price.agreed-not-better");
                    assertThat(entry.result()).isEqualTo(nok("0.00"));
                });
    }

    @Test
    @Tag("L45")
    void theSurchargeIsTheSameWhateverTheFreight() {
        PricedCart normal = bulky("1").priced();
        PricedCart dear =
                bulky("1").parameter("freight.forwarder.amount", "5000.00").priced();

        assertThat(charges(normal, ChargeKind.SURCHARGE)).containsExactly(nok("390.00"));
        assertThat(charges(dear, ChargeKind.SURCHARGE)).containsExactly(nok("390.00"));
        assertThat(charges(dear, ChargeKind.FREIGHT)).containsExactly(nok("5000.00"));
    }

    @Test
    @Tag("L46")
    void oneSurchargeForOneBulkyArticleOrTenOrThreeDifferentOnes() {
        Carts ten = cart().line("1", 10, variant("POLE", "standard", "4", true), standard("POLE", "10.00"));

        assertThat(charges(bulky("1").priced(), ChargeKind.SURCHARGE)).containsExactly(nok("390.00"));
        assertThat(charges(ten.priced(), ChargeKind.SURCHARGE)).containsExactly(nok("390.00"));
        assertThat(charges(bulky("1", "2", "3").priced(), ChargeKind.SURCHARGE)).containsExactly(nok("390.00"));
        assertThat(charges(cart().line("1", 1, "10.00").priced(), ChargeKind.SURCHARGE))
                .isEmpty();
    }

    @Test
    @Tag("L46")
    void oneSurchargeForTheOrderWhateverVatItsGoodsHave() {
        PricedCart cart = cart().line("1", 1, variant("POLE", "standard", "4", true), standard("POLE", "200.00"))
                .line("2", 1, variant("BOOK", "zero", "4", true), standard("BOOK", "100.00"))
                .priced();

        assertThat(charges(cart, ChargeKind.SURCHARGE)).containsExactly(nok("260.00"), nok("130.00"));
        assertThat(cart.trace())
                .filteredOn(entry -> entry.charge().equals(Optional.of(ChargeKind.SURCHARGE)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isEqualTo(nok("390.00")));
    }

    @Test
    @Tag("L47")
    void freeFreightLeavesTheSurcharge() {
        PricedCart cart = bulky("1", "2", "3").priced();

        assertThat(charges(cart, ChargeKind.FREIGHT)).containsExactly(nok("0.00"));
        assertThat(charges(cart, ChargeKind.SURCHARGE)).containsExactly(nok("390.00"));
        assertThat(cart.net()).isEqualTo(nok("3240.00"));
    }

    @Test
    @Tag("L49")
    void freightIsFreeFromTheThresholdOnJudgedAfterDiscounts() {
        // 2,631.58 less 5 per cent is 2,500.00; one øre less is not enough.
        PricedCart free = cart().line("1", 1, "2631.58").priced();
        PricedCart charged = cart().line("1", 1, "2631.57").priced();

        assertThat(free.lines().get(0).net()).isEqualTo(nok("2500.00"));
        assertThat(charges(free, ChargeKind.FREIGHT)).containsExactly(nok("0.00"));
        assertThat(charged.lines().get(0).net()).isEqualTo(nok("2499.99"));
        assertThat(charges(charged, ChargeKind.FREIGHT)).containsExactly(nok("149.00"));
        assertThat(charged.trace())
                .filteredOn(entry -> entry.rule().equals("lighting.free-freight"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.standing()).isEqualTo(Standing.REJECTED));
    }

    @Test
    @Tag("L51")
    void aBulkyOrHeavyOrderGoesByForwarderWhoNeedsAPhone() {
        Carts heavy = cart().line("1", 31, variant("DRIVER", "standard", "1", false), standard("DRIVER", "10.00"));
        Carts light = cart().line("1", 30, variant("DRIVER", "standard", "1", false), standard("DRIVER", "10.00"));

        assertThat(option(heavy)).isEqualTo("forwarder");
        assertThat(heavy.priced().deliveryOption().orElseThrow().phoneRequired())
                .isTrue();
        assertThat(option(bulky("1"))).isEqualTo("forwarder");
        assertThat(option(light)).isEqualTo("parcel");
        assertThat(light.priced().deliveryOption().orElseThrow().phoneRequired())
                .isFalse();
    }

    private static String option(Carts cart) {
        return cart.priced().deliveryOption().map(DeliveryOption::code).orElseThrow();
    }

    @Test
    void expressIsNeverFree() {
        PricedCart cart = cart().line("1", 1, "9000.00").delivery("express").priced();

        assertThat(charges(cart, ChargeKind.FREIGHT)).containsExactly(nok("289.00"));
    }
}
