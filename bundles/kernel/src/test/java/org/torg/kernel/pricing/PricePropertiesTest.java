package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Group;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.kernel.vendor.VendorRegistry;

/** What holds for every price, whatever the modules ask for. */
class PricePropertiesTest {

    private static final List<String> CATEGORIES = List.of("standard", "food", "low", "zero", "raw-fish");
    private static final VendorRegistry MARKET = VendorRegistry.of(() -> Carts.NOW);
    private static final List<Phase> GOODS = List.of(Phase.OPTION, Phase.LOYALTY, Phase.AGREEMENT, Phase.CAMPAIGN);

    record Line(int quantity, String price, Optional<String> agreed, Optional<String> ofGroup, String category) {}

    /** @param line an index that is taken modulo the number of lines; negative: the order */
    record Wish(int line, Value value, Optional<Combine> combine, int phase, ChargeKind kind) {}

    record Freight(Money price, Money threshold, Set<ChargeKind> waives) {}

    record Case(List<Line> lines, List<List<Wish>> modules, String tier, Optional<Freight> freight) {}

    @Property(tries = 1500)
    void sumsClose(@ForAll("cases") Case random) {
        PricedCart cart = price(random);

        Money goods = cart.lines().stream().map(PricedLine::net).reduce(Carts.nok("0"), Money::plus);
        Money charges = cart.charges().stream().map(Charge::net).reduce(Carts.nok("0"), Money::plus);
        Money vat = cart.vat().stream().map(VatAmount::vat).reduce(Carts.nok("0"), Money::plus);
        Money taxable = cart.vat().stream().map(VatAmount::taxable).reduce(Carts.nok("0"), Money::plus);
        assertThat(cart.net()).isEqualTo(goods.plus(charges)).isEqualTo(taxable);
        assertThat(cart.vatTotal()).isEqualTo(vat);
        assertThat(cart.gross()).isEqualTo(cart.net().plus(vat));
        for (VatAmount amount : cart.vat()) {
            assertThat(amount.vat().getAmount())
                    .isEqualByComparingTo(amount.taxable()
                            .getAmount()
                            .multiply(amount.ratePercent())
                            .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP));
            assertThat(amount.taxable()).isEqualTo(taxableOf(cart, amount.category()));
        }
    }

    private static Money taxableOf(PricedCart cart, String category) {
        Money sum = Carts.nok("0");
        for (PricedLine line : cart.lines()) {
            sum = line.vatCategory().equals(category) ? sum.plus(line.net()) : sum;
        }
        for (Charge charge : cart.charges()) {
            sum = charge.vatCategory().equals(category) ? sum.plus(charge.net()) : sum;
        }
        return sum;
    }

    @Property(tries = 1500)
    void theReplayedTraceGivesEveryAmount(@ForAll("cases") Case random) {
        PricedCart cart = price(random);

        TraceReplay.Replayed replayed = TraceReplay.replay(cart.currency(), cart.trace());

        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.lines()).hasSize(cart.lines().size());
        for (PricedLine line : cart.lines()) {
            assertThat(replayed.lines()).containsEntry(line.id(), line.net());
        }
        for (ChargeKind kind : ChargeKind.values()) {
            Money ofKind = cart.charges().stream()
                    .filter(charge -> charge.kind() == kind)
                    .map(Charge::net)
                    .reduce(Carts.nok("0"), Money::plus);
            assertThat(replayed.charges().getOrDefault(kind, Carts.nok("0"))).isEqualTo(ofKind);
        }
        for (VatAmount amount : cart.vat()) {
            assertThat(replayed.vat()).containsEntry(amount.category(), amount.vat());
        }
        assertThat(replayed.net()).isEqualTo(cart.net());
        assertThat(replayed.vatTotal()).isEqualTo(cart.vatTotal());
        assertThat(replayed.gross()).isEqualTo(cart.gross());
    }

    /** Wishes that are charges may take from the freight, so that only its own parts are compared. */
    @Property(tries = 1000)
    void freightFollowsItsGoodsToTheOre(@ForAll("cases") Case random) {
        PricedCart cart = price(random);
        List<Charge> parts = cart.charges().stream()
                .filter(charge -> charge.rule().equals("freight"))
                .toList();
        BigDecimal freight =
                parts.stream().map(part -> part.net().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal goods =
                cart.lines().stream().map(line -> line.net().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(parts)
                .extracting(Charge::vatCategory)
                .doesNotHaveDuplicates()
                .allMatch(category -> cart.lines().stream()
                        .anyMatch(line -> line.vatCategory().equals(category)));
        for (Charge part : parts) {
            BigDecimal ofCategory = cart.lines().stream()
                    .filter(line -> line.vatCategory().equals(part.vatCategory()))
                    .map(line -> line.net().getAmount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (goods.signum() > 0) {
                // Without division: |part - freight * ofCategory / goods| is at most an øre.
                assertThat(part.net()
                                .getAmount()
                                .multiply(goods)
                                .subtract(freight.multiply(ofCategory))
                                .abs())
                        .isLessThanOrEqualTo(goods.movePointLeft(2));
            }
        }
    }

    @Property(tries = 1000)
    void noAmountIsNegative(@ForAll("cases") Case random) {
        PricedCart cart = price(random);

        assertThat(cart.lines()).noneMatch(line -> line.net().isNegative());
        assertThat(cart.charges()).noneMatch(charge -> charge.net().isNegative());
        assertThat(cart.gross().isNegative()).isFalse();
    }

    @Property(tries = 1000)
    void theOrderOfTheLinesDoesNotChangeWhatLineDiscountsComeTo(
            @ForAll("lineCases") Case random, @ForAll Random shuffling) {
        PricedCart cart = price(random);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < random.lines().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, shuffling);

        PricedCart other = price(random, order);

        assertThat(other.net()).isEqualTo(cart.net());
        assertThat(other.vat()).isEqualTo(cart.vat());
        assertThat(other.gross()).isEqualTo(cart.gross());
    }

    @Property(tries = 500)
    void aStepThatIsSaidToGiveSomethingElseIsFound(@ForAll("cases") Case random, @ForAll Random choice) {
        PricedCart cart = price(random);
        int at = choice.nextInt(cart.trace().size());
        TraceEntry entry = cart.trace().get(at);

        List<TraceEntry> more = replaced(
                cart.trace(), at, with(entry, entry.base(), entry.result().plus(Carts.nok("0.01")), entry.standing()));
        List<TraceEntry> elsewhere = replaced(
                cart.trace(), at, with(entry, entry.base().plus(Carts.nok("0.01")), entry.result(), entry.standing()));

        assertThat(TraceReplay.replay(cart.currency(), more).differences()).isNotEmpty();
        assertThat(TraceReplay.replay(cart.currency(), elsewhere).differences())
                .satisfies(differences -> assertThat(differences.isEmpty()).isEqualTo(!entry.counts()));
    }

    @Property(tries = 500)
    void aCutThatIsKeptQuietIsFound(@ForAll("cases") Case random) {
        PricedCart cart = price(random);
        for (int at = 0; at < cart.trace().size(); at++) {
            TraceEntry entry = cart.trace().get(at);
            if (entry.standing() == TraceEntry.Standing.LIMITED) {
                List<TraceEntry> forged = replaced(
                        cart.trace(), at, with(entry, entry.base(), entry.result(), TraceEntry.Standing.APPLIED));
                assertThat(TraceReplay.replay(cart.currency(), forged).differences())
                        .isNotEmpty();
            }
        }
    }

    private static List<TraceEntry> replaced(List<TraceEntry> trace, int at, TraceEntry entry) {
        List<TraceEntry> forged = new ArrayList<>(trace);
        forged.set(at, entry);
        return forged;
    }

    private static TraceEntry with(TraceEntry entry, Money base, Money result, TraceEntry.Standing standing) {
        return new TraceEntry(
                entry.phase(),
                entry.line(),
                entry.quantity(),
                entry.charge(),
                entry.module(),
                entry.rule(),
                entry.message(),
                entry.value(),
                base,
                result,
                entry.vatCategory(),
                standing);
    }

    private static PricedCart price(Case random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < random.lines().size(); i++) {
            order.add(i);
        }
        return price(random, order);
    }

    private static PricedCart price(Case random, List<Integer> order) {
        TestVendor vendor = new TestVendor("test").with(TestModule.tiers("0", "7.5", "33.3333"));
        for (int i = 0; i < random.modules().size(); i++) {
            List<Wish> wishes = random.modules().get(i);
            vendor.with(module("module-" + i, wishes, random.lines().size()));
        }
        random.freight().ifPresent(freight -> vendor.with(shipping(freight)));
        Carts cart = Carts.ofGuarded(Carts.guarded(MARKET, vendor))
                .tier(random.tier())
                .groups("chain");
        for (int i : order) {
            Line line = random.lines().get(i);
            String sku = "SKU-" + i;
            List<PriceRow> rows = new ArrayList<>();
            rows.add(Carts.standard(sku, line.price()));
            line.agreed().ifPresent(price -> rows.add(Carts.agreed(sku, price)));
            line.ofGroup().ifPresent(price -> rows.add(Carts.ofGroup(sku, price, "chain")));
            cart.line(
                    "line-" + i,
                    line.quantity(),
                    Carts.variant(sku, line.category(), "0.5", false),
                    rows.toArray(PriceRow[]::new));
        }
        return cart.priced();
    }

    private static TestModule module(String name, List<Wish> wishes, int lines) {
        Set<Phase> phases =
                Set.of(Phase.OPTION, Phase.LOYALTY, Phase.AGREEMENT, Phase.CAMPAIGN, Phase.CHARGE, Phase.FREIGHT);
        return new TestModule(
                new ModuleInfo(name, "1", phases, Set.of()), (phase, request) -> contribution(phase, wishes, lines));
    }

    private static Contribution contribution(Phase phase, List<Wish> wishes, int lines) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Wish wish : wishes) {
            boolean chargePhase = wish.phase() >= GOODS.size();
            Phase wanted = chargePhase
                    ? (wish.phase() == GOODS.size() ? Phase.CHARGE : Phase.FREIGHT)
                    : GOODS.get(wish.phase());
            if (wanted == phase) {
                adjustments.add(adjustment(phase, wish, lines, chargePhase));
            }
        }
        return new Contribution(adjustments, List.of());
    }

    private static Adjustment adjustment(Phase phase, Wish wish, int lines, boolean chargePhase) {
        boolean onOrder = chargePhase || wish.line() < 0;
        Value value = onOrder && wish.value() instanceof Value.UnitPrice price
                ? new Value.Amount(price.price().toMoney(RoundingMode.DOWN))
                : wish.value();
        return new Adjustment(
                phase,
                onOrder ? new Target.Order() : new Target.Line(new LineId("line-" + wish.line() % lines)),
                chargePhase ? Optional.of(wish.kind()) : Optional.empty(),
                value,
                "wish",
                Message.of("wish", "A wish"),
                chargePhase && wish.line() % 2 == 0
                        ? Optional.of(CATEGORIES.get(Math.abs(wish.line()) % CATEGORIES.size()))
                        : Optional.empty(),
                wish.combine().map(combine -> new Group("group-" + combine, combine)));
    }

    private static ShippingModule shipping(Freight freight) {
        return new ShippingModule() {
            @Override
            public ModuleInfo info() {
                return new ModuleInfo("shipping", "1", Set.of(), Set.of());
            }

            @Override
            public List<DeliveryOption> options(PricingRequest request) {
                return List.of(new DeliveryOption(
                        "parcel",
                        Message.of("parcel", "Parcel"),
                        freight.price(),
                        "freight",
                        false,
                        1,
                        2,
                        Optional.of(new DeliveryOption.Waiver(
                                freight.threshold(), freight.waives(), "free", Message.of("free", "Free")))));
            }
        };
    }

    @Provide
    Arbitrary<Case> cases() {
        return cases(wishes(-3, 5));
    }

    /** Rates, amounts and unit prices of single lines alone. */
    @Provide
    Arbitrary<Case> lineCases() {
        return cases(wishes(0, 3));
    }

    private static Arbitrary<Case> cases(Arbitrary<Wish> wishes) {
        Arbitrary<Line> lines = Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        prices(),
                        prices().optional(0.3),
                        prices().optional(0.3),
                        Arbitraries.of(CATEGORIES))
                .as(Line::new);
        Arbitrary<Freight> freights = Combinators.combine(
                        money(0, 50_000),
                        money(0, 500_000),
                        Arbitraries.of(ChargeKind.class).set())
                .as(Freight::new);
        return Combinators.combine(
                        lines.list().ofMinSize(1).ofMaxSize(12),
                        wishes.list().ofMaxSize(5).list().ofMaxSize(4),
                        Arbitraries.of("tier-0", "tier-1", "tier-2"),
                        freights.optional(0.7))
                .as(Case::new);
    }

    private static Arbitrary<Wish> wishes(int firstLine, int lastPhase) {
        Arbitrary<Value> rates = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.valueOf(-120), BigDecimal.valueOf(60))
                                .ofScale(4),
                        Arbitraries.of(Base.class))
                .as(Value.Rate::new);
        Arbitrary<Value> amounts = money(-200_000, 100_000).map(Value.Amount::new);
        Arbitrary<Value> unitPrices = prices().map(price -> new Value.UnitPrice(Carts.price(price)));
        return Combinators.combine(
                        Arbitraries.integers().between(firstLine, 20),
                        Arbitraries.oneOf(rates, amounts, unitPrices),
                        Arbitraries.of(Combine.class).optional(0.4),
                        Arbitraries.integers().between(0, lastPhase),
                        Arbitraries.of(ChargeKind.class))
                .as(Wish::new);
    }

    private static Arbitrary<Money> money(int from, int to) {
        return Arbitraries.integers().between(from, to).map(minor -> Money.ofMinor(Carts.NOK, minor));
    }

    /** With up to four decimals. */
    private static Arbitrary<String> prices() {
        return Arbitraries.longs().between(0, 50_000_000).map(value -> BigDecimal.valueOf(value, 4)
                .toPlainString());
    }
}
