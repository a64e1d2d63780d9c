package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.pricing.Carts.RATES;
import static org.torg.kernel.pricing.Carts.nok;
import static org.torg.kernel.pricing.Carts.price;
import static org.torg.kernel.pricing.Carts.standard;
import static org.torg.kernel.pricing.Carts.variant;
import static org.torg.kernel.pricing.TestModule.always;
import static org.torg.kernel.pricing.TestModule.charge;
import static org.torg.kernel.pricing.TestModule.onLine;
import static org.torg.kernel.pricing.TestModule.onOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Group;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.TraceEntry.Standing;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.VendorFailure;

class PriceCalculationTest {

    private static Value percent(String percent, Base base) {
        return new Value.Rate(new BigDecimal(percent), base);
    }

    private static Value amount(String amount) {
        return new Value.Amount(nok(amount));
    }

    private static Optional<Group> group(Combine combine) {
        return Optional.of(new Group("promotion", combine));
    }

    private static Carts cart(TestModule... modules) {
        return Carts.of(new TestVendor("test").with(modules));
    }

    @Test
    void vatIsReckonedOncePerCategoryAndNotPerLine() {
        PricedCart cart = cart().line("1", 1, "9.99")
                .line("2", 1, "9.99")
                .line("3", 1, "9.99")
                .priced();

        assertThat(cart.vatTotal()).isEqualTo(nok("7.49"));
        assertThat(cart.gross()).isEqualTo(nok("37.46"));
    }

    @Test
    void eachCategoryHasItsOwnRate() {
        PricedCart cart = cart().line("1", 1, variant("A", "standard", "1", false), standard("A", "100.00"))
                .line("2", 1, variant("B", "raw-fish", "1", false), standard("B", "100.00"))
                .priced();

        assertThat(cart.vat()).extracting(VatAmount::category).containsExactly("raw-fish", "standard");
        assertThat(cart.vat()).extracting(VatAmount::vat).containsExactly(nok("11.11"), nok("25.00"));
    }

    @Test
    void theGreatestQuantityBreakThatIsReachedCounts() {
        PriceRow[] rows = {standard("A", "10.00"), standard("A", "9.00", 10), standard("A", "8.00", 100)};
        assertThat(cart().line("1", 9, variant("A", "standard", "1", false), rows)
                        .priced()
                        .net())
                .isEqualTo(nok("90.00"));
        assertThat(cart().line("1", 10, variant("A", "standard", "1", false), rows)
                        .priced()
                        .net())
                .isEqualTo(nok("90.00"));
        assertThat(cart().line("1", 100, variant("A", "standard", "1", false), rows)
                        .priced()
                        .net())
                .isEqualTo(nok("800.00"));
    }

    @Test
    void ofEqualBreaksTheOneThatCameIntoForceLastCounts() {
        PriceRow old = dated("10.00", Carts.TODAY.minusDays(30), Optional.empty());
        PriceRow current = dated("11.00", Carts.TODAY, Optional.empty());
        PriceRow future = dated("12.00", Carts.TODAY.plusDays(1), Optional.empty());
        PriceRow ended = dated("9.00", Carts.TODAY.minusDays(5), Optional.of(Carts.TODAY.minusDays(1)));

        assertThat(cart().line("1", 1, variant("A", "standard", "1", false), old, current, future, ended)
                        .priced()
                        .net())
                .isEqualTo(nok("11.00"));
    }

    private static PriceRow dated(String price, LocalDate from, Optional<LocalDate> to) {
        return new PriceRow(
                new Sku("A"), "standard", Optional.empty(), Optional.empty(), 1, price(price), Optional.of(from), to);
    }

    @Test
    void unitPricesWithFourDecimalsAreRoundedForTheLineOnly() {
        assertThat(cart().line("1", 3, "0.3333").priced().net()).isEqualTo(nok("1.00"));
    }

    @Test
    void anArticleWithoutAPriceIsRefusedByItsPlace() {
        Carts cart = cart().line("1", 1, "1.00").line("2", 1, variant("B", "standard", "1", false));

        Outcome<?> outcome = PriceCalculation.calculate(cart.input(), RATES);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("price-missing");
            assertThat(refused.refusal().firstDetail().orElseThrow().field()).isEqualTo("/lines/1/sku");
        });
    }

    @Test
    void anOrderDiscountIsSpreadSoThatTheLinesAddUp() {
        PricedCart cart = cart(always("m", Phase.CAMPAIGN, onOrder(Phase.CAMPAIGN, amount("-10.00"))))
                .line("1", 1, "33.33")
                .line("2", 1, "33.33")
                .line("3", 1, "33.34")
                .priced();

        assertThat(cart.lines()).extracting(PricedLine::net).containsExactly(nok("30.00"), nok("29.99"), nok("30.01"));
        assertThat(cart.net()).isEqualTo(nok("90.00"));
    }

    @Test
    void aRateOfTheListPriceIgnoresWhatCameBefore() {
        PricedCart cart = cart(
                        always(
                                "a",
                                Phase.CAMPAIGN,
                                onLine(Phase.CAMPAIGN, "1", percent("-50", Base.RUNNING), Optional.empty())),
                        always(
                                "b",
                                Phase.CAMPAIGN,
                                onLine(Phase.CAMPAIGN, "1", percent("-10", Base.LIST), Optional.empty())))
                .line("1", 1, "100.00")
                .priced();

        assertThat(cart.net()).isEqualTo(nok("40.00"));
    }

    @Test
    void whatAnOptionAddsBelongsToTheListBase() {
        PricedCart cart = cart(
                        always("o", Phase.OPTION, onLine(Phase.OPTION, "1", amount("50.00"), Optional.empty())),
                        always(
                                "c",
                                Phase.CAMPAIGN,
                                onLine(Phase.CAMPAIGN, "1", percent("-10", Base.LIST), Optional.empty())))
                .line("1", 1, "100.00")
                .priced();

        assertThat(cart.lines().get(0).listAmount()).isEqualTo(nok("100.00"));
        assertThat(cart.net()).isEqualTo(nok("135.00"));
    }

    @Test
    void noAmountFallsBelowZeroAndTheTraceSaysSo() {
        PricedCart cart = cart(always(
                        "m", Phase.CAMPAIGN, onLine(Phase.CAMPAIGN, "1", amount("-500.00"), Optional.empty())))
                .line("1", 1, "100.00")
                .priced();

        assertThat(cart.net()).isEqualTo(nok("0.00"));
        assertThat(cart.trace())
                .filteredOn(entry -> entry.phase() == Phase.CAMPAIGN)
                .extracting(TraceEntry::standing, TraceEntry::result)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Standing.LIMITED, nok("-100.00")));
    }

    @Test
    void ofABestGroupOnlyTheBestForTheBuyerCounts() {
        PricedCart cart = cart(
                        always(
                                "a",
                                Phase.CAMPAIGN,
                                onLine(Phase.CAMPAIGN, "1", percent("-10", Base.LIST), group(Combine.BEST))),
                        always("b", Phase.CAMPAIGN, onLine(Phase.CAMPAIGN, "1", amount("-25.00"), group(Combine.BEST))),
                        always(
                                "c",
                                Phase.CAMPAIGN,
                                onLine(Phase.CAMPAIGN, "1", percent("-20", Base.LIST), group(Combine.BEST))))
                .line("1", 1, "100.00")
                .priced();

        assertThat(cart.net()).isEqualTo(nok("75.00"));
        assertThat(cart.trace())
                .filteredOn(entry -> entry.phase() == Phase.CAMPAIGN)
                .extracting(TraceEntry::standing)
                .containsExactly(Standing.APPLIED, Standing.REJECTED, Standing.REJECTED);
    }

    @Test
    void ofAFirstGroupOnlyTheFirstCountsAndOfASumGroupAll() {
        assertThat(grouped(Combine.FIRST)).isEqualTo(nok("90.00"));
        assertThat(grouped(Combine.SUM)).isEqualTo(nok("65.00"));
    }

    private static org.joda.money.Money grouped(Combine combine) {
        return cart(
                        always("a", Phase.CAMPAIGN, onLine(Phase.CAMPAIGN, "1", amount("-10.00"), group(combine))),
                        always("b", Phase.CAMPAIGN, onLine(Phase.CAMPAIGN, "1", amount("-25.00"), group(combine))))
                .line("1", 1, "100.00")
                .priced()
                .net();
    }

    @Test
    void modulesAreAskedInTheOrderTheyDeclare() {
        TestModule last = always("z-first-listed", Phase.CAMPAIGN).after("b");
        TestModule first = always("b", Phase.CAMPAIGN);

        assertThat(cart(last, first).line("1", 1, "1.00").priced().modules())
                .extracting(ModuleRef::name)
                .containsExactly("torg.pricing", "b", "z-first-listed");
    }

    @Test
    void aChargeMayTakeFromItsOwnKindOnly() {
        PricedCart cart = cart(always(
                        "m",
                        Phase.CHARGE,
                        charge(Phase.CHARGE, ChargeKind.FEE, nok("50.00")),
                        charge(Phase.CHARGE, ChargeKind.SURCHARGE, nok("70.00")),
                        charge(Phase.CHARGE, ChargeKind.FEE, nok("-80.00"))))
                .line("1", 1, "100.00")
                .priced();

        assertThat(cart.charges()).extracting(charge -> charge.net()).containsExactly(nok("0.00"), nok("70.00"));
        assertThat(cart.net()).isEqualTo(nok("170.00"));
    }

    @Test
    void candidatesThatAModuleRejectedAreInTheTrace() {
        Contribution rejected = new Contribution(
                List.of(),
                List.of(new Contribution.Rejected(
                        Optional.of(new LineId("1")), "summer-sale", Message.of("not-summer", "It is not summer."))));
        PricedCart cart = cart(TestModule.of("m", Phase.CAMPAIGN, request -> rejected))
                .line("1", 1, "100.00")
                .priced();

        assertThat(cart.trace())
                .filteredOn(entry -> entry.rule().equals("summer-sale"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.standing()).isEqualTo(Standing.REJECTED));
    }

    @Test
    void anAdjustmentOfALineThatDoesNotExistIsTheModulesFault() {
        Carts cart = cart(always("m", Phase.CAMPAIGN, onLine(Phase.CAMPAIGN, "9", amount("-1.00"), Optional.empty())))
                .line("1", 1, "100.00");

        assertThatThrownBy(cart::priced).isInstanceOfSatisfying(VendorFailure.class, e -> assertThat(e.module())
                .isEqualTo("m 1.0.0"));
    }

    @Test
    void anAbsurdAmountIsRefused() {
        Outcome<?> outcome = PriceCalculation.calculate(
                cart().line("1", 100_000, "99999999999.99").input(), RATES);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("amount-too-large");
            assertThat(refused.refusal().firstDetail().orElseThrow().field()).isEqualTo("/lines/0/quantity");
        });
    }

    @Test
    void aCountryWithoutRatesIsRefused() {
        Carts cart = cart().line("1", 1, "1.00").to(new Destination("SE", "11122", Destination.Kind.BUSINESS));

        assertThat(PriceCalculation.calculate(cart.input(), RATES))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("tax-rate-missing"));
    }

    @Test
    void theHashChangesWithEveryFactAndWithNothingElse() {
        String hash = cart().line("1", 1, "1.00").priced().inputHash();

        assertThat(hash)
                .hasSize(64)
                .isEqualTo(cart().line("1", 1, "1.00").priced().inputHash());
        assertThat(List.of(
                        cart().line("2", 1, "1.00").priced().inputHash(),
                        cart().line("1", 2, "1.00").priced().inputHash(),
                        cart().line("1", 1, "1.01").priced().inputHash(),
                        cart().line("1", 1, "1.00").groups("chain").priced().inputHash(),
                        cart().line("1", 1, "1.00").parameter("a", "b").priced().inputHash(),
                        cart(always("m", Phase.CAMPAIGN))
                                .line("1", 1, "1.00")
                                .priced()
                                .inputHash()))
                .doesNotHaveDuplicates()
                .doesNotContain(hash);
    }

    private static Carts breadAndLamp(TestModule... modules) {
        return cart(modules)
                .line("1", 1, variant("LAMP", "standard", "1", false), standard("LAMP", "200.00"))
                .line("2", 1, variant("BREAD", "food", "1", false), standard("BREAD", "100.00"));
    }

    private static List<String> charges(PricedCart cart) {
        return cart.charges().stream()
                .map(charge -> charge.kind() + " " + charge.vatCategory() + " "
                        + charge.net().getAmount())
                .toList();
    }

    @Test
    void aChargeHasTheVatOfTheGoodsThatItFollows() {
        PricedCart cart = cart(always("fees", Phase.CHARGE, charge(Phase.CHARGE, ChargeKind.FEE, nok("50.00"))))
                .line("1", 1, variant("BREAD", "food", "1", false), standard("BREAD", "100.00"))
                .priced();

        assertThat(charges(cart)).containsExactly("FEE food 50.00");
        assertThat(cart.vatTotal()).isEqualTo(nok("22.50"));
    }

    @Test
    void aChargeIsDividedOverTheVatCategoriesOfItsGoods() {
        PricedCart cart = breadAndLamp(
                        always("fees", Phase.CHARGE, charge(Phase.CHARGE, ChargeKind.FREIGHT, nok("100.00"))))
                .priced();

        assertThat(charges(cart)).containsExactly("FREIGHT food 33.33", "FREIGHT standard 66.67");
        assertThat(cart.charges()).extracting(charge -> charge.rule()).containsOnly("test.rule");
        assertThat(cart.vat())
                .extracting(vat -> vat.category() + " " + vat.taxable().getAmount())
                .containsExactly("food 133.33", "standard 266.67");
        assertThat(cart.trace())
                .filteredOn(entry -> entry.charge().isPresent())
                .singleElement()
                .satisfies(entry -> assertThat(entry.vatCategory()).isEmpty());
    }

    @Test
    void whatIsTakenFromADividedChargeIsTakenFromAllItsParts() {
        PricedCart less = breadAndLamp(always(
                        "fees",
                        Phase.CHARGE,
                        charge(Phase.CHARGE, ChargeKind.FREIGHT, nok("100.00")),
                        charge(Phase.CHARGE, ChargeKind.FREIGHT, nok("-70.00"))))
                .priced();
        PricedCart nothing = breadAndLamp(always(
                        "fees",
                        Phase.CHARGE,
                        charge(Phase.CHARGE, ChargeKind.FREIGHT, nok("100.00")),
                        charge(Phase.CHARGE, ChargeKind.FREIGHT, nok("-100.00"))))
                .priced();

        assertThat(charges(less)).containsExactly("FREIGHT food 10.00", "FREIGHT standard 20.00");
        assertThat(charges(nothing)).containsExactly("FREIGHT food 0.00");
        assertThat(nothing.net()).isEqualTo(nok("300.00"));
    }
}
