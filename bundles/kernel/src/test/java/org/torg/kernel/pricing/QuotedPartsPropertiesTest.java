package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.Vendor;
import org.torg.vendors.lighting.LightingVendor;

/** What staff offer for a configured line is what its parts come to, whatever discounts there are otherwise (L19). */
@Tag("L19")
class QuotedPartsPropertiesTest {

    private static final LineId WHOLE = new LineId("1");
    private static final Vendor LIGHTING = Carts.guarded(new LightingVendor("1.0.0"));

    /** @param each how many of it one configured article has */
    record Part(int each, BigDecimal list, Optional<BigDecimal> agreed, String category) {}

    record Case(List<Part> parts, int quantity, BigDecimal offered, String tier) {}

    @Property(tries = 1500)
    void thePartsSumUpToTheOffer(@ForAll("cases") Case random) {
        PricedCart quoted = priced(random, true);

        assertThat(together(quoted))
                .isEqualTo(Money.of(
                        Carts.nok("0").getCurrencyUnit(),
                        random.offered().multiply(BigDecimal.valueOf(random.quantity())),
                        RoundingMode.HALF_UP));
        assertThat(quoted.lines()).noneMatch(line -> line.net().isNegative());
    }

    @Property(tries = 500)
    void otherLinesCostWhatTheyCostWithoutTheOffer(@ForAll("cases") Case random) {
        PricedCart quoted = priced(random, true);
        PricedCart own = priced(random, false);

        assertThat(other(quoted)).isEqualTo(other(own));
    }

    @Property(tries = 500)
    void theTraceExplainsEveryPart(@ForAll("cases") Case random) {
        PricedCart quoted = priced(random, true);

        TraceReplay.Replayed replayed = TraceReplay.replay(quoted.currency(), quoted.trace());

        assertThat(replayed.differences()).isEmpty();
        quoted.lines().forEach(line -> assertThat(replayed.lines()).containsEntry(line.id(), line.net()));
        assertThat(replayed.gross()).isEqualTo(quoted.gross());
    }

    private static Money together(PricedCart cart) {
        return cart.lines().stream()
                .filter(line -> line.partOf().equals(Optional.of(WHOLE)))
                .map(PricedLine::net)
                .reduce(Carts.nok("0"), Money::plus);
    }

    private static Money other(PricedCart cart) {
        return cart.lines().stream()
                .filter(line -> line.partOf().isEmpty())
                .map(PricedLine::net)
                .reduce(Carts.nok("0"), Money::plus);
    }

    private static PricedCart priced(Case random, boolean quoted) {
        PriceInput plain = Carts.ofGuarded(LIGHTING)
                .tier(random.tier())
                .line("2", 3, "99.90")
                .input();
        List<PriceInput.Line> lines = new ArrayList<>();
        for (int i = 0; i < random.parts().size(); i++) {
            Part part = random.parts().get(i);
            String sku = "PART-" + i;
            List<PriceRow> rows =
                    new ArrayList<>(List.of(Carts.standard(sku, part.list().toString())));
            part.agreed().ifPresent(agreed -> rows.add(Carts.agreed(sku, agreed.toString())));
            lines.add(new PriceInput.Line(
                    new LineId("1." + (i + 1)),
                    part.each() * random.quantity(),
                    Carts.variant(sku, part.category(), "0.5", false),
                    rows,
                    quoted
                            ? Optional.of(new PriceInput.Quoted(
                                    BigMoney.of(Carts.nok("0").getCurrencyUnit(), random.offered()), random.quantity()))
                            : Optional.empty(),
                    Optional.of(WHOLE)));
        }
        lines.addAll(plain.lines());
        PriceInput whole = new PriceInput(
                plain.vendor(),
                plain.generation(),
                plain.parameters(),
                plain.date(),
                plain.buyer(),
                plain.tier(),
                lines,
                plain.destination(),
                plain.country(),
                plain.deliveryOption(),
                plain.pricedAt(),
                plain.expiresAt());
        return PriceCalculation.calculate(whole, Carts.RATES).orElseThrow().cart();
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("9999"))
                .ofScale(4);
        Arbitrary<Part> parts = Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.oneOf(prices, Arbitraries.just(BigDecimal.ZERO)),
                        prices.optional(0.3),
                        Arbitraries.of("standard", "food", "zero"))
                .as(Part::new);
        return Combinators.combine(
                        parts.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.oneOf(prices, Arbitraries.just(BigDecimal.ZERO)),
                        Arbitraries.of("bronze", "silver", "gold"))
                .as(Case::new);
    }
}
