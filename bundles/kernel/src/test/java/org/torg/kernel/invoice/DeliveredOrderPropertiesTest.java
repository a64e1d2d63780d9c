package org.torg.kernel.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.order.OrderSamples.NOK;
import static org.torg.kernel.order.OrderSamples.PLACED_AT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.LineId;
import org.torg.kernel.order.OrderDecision;
import org.torg.kernel.order.OrderDecision.Accepted;
import org.torg.kernel.order.OrderDecision.Decision;
import org.torg.kernel.order.OrderDecision.Refused;
import org.torg.kernel.order.OrderSamples;
import org.torg.kernel.order.OrderSamples.Goods;
import org.torg.kernel.pricing.Allocation;

/** Whatever is delivered and cancelled, in whatever order: the money closes, and the states stay possible. */
class DeliveredOrderPropertiesTest {
    private static final Map<String, BigDecimal> PERCENT =
            Map.of("standard", new BigDecimal("25"), "food", new BigDecimal("15"), "zero", BigDecimal.ZERO);

    /** An order's life: what was decided, and what was invoiced. */
    private record Life(Order order, List<Invoice> invoices) {}

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<Goods> goods = Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.longs().between(0, 5_000_000),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("9999"))
                                .ofScale(4),
                        Arbitraries.of("standard", "standard", "food", "zero"))
                .as((ordered, net, list, category) ->
                        new Goods(ordered, Money.ofMinor(NOK, net), BigMoney.of(NOK, list), category));
        Arbitrary<Charge> charges = Combinators.combine(
                        Arbitraries.of(ChargeKind.class), Arbitraries.longs().between(0, 100_000))
                .as((kind, net) -> OrderSamples.charge(
                        kind, Money.ofMinor(NOK, net).getAmount().toPlainString()));
        return Combinators.combine(
                        goods.list().ofMinSize(1).ofMaxSize(6), charges.list().ofMaxSize(3))
                .as(OrderSamples::order);
    }

    /** Steps that are drawn from a seed; some ask for too much and are refused, the last ones close the order. */
    private static Life live(Order placed, long seed) {
        Random random = new Random(seed);
        Order order = placed;
        List<Invoice> invoices = new ArrayList<>();
        while (order.status() == OrderStatus.PLACED || order.status() == OrderStatus.IN_FULFILMENT) {
            Map<LineId, Integer> quantities = new HashMap<>();
            for (OrderLine line : order.lines()) {
                int wanted = random.nextInt(line.open() + 2);
                if (wanted > 0 && random.nextBoolean()) {
                    quantities.put(line.id(), wanted);
                }
            }
            boolean ship = random.nextInt(3) > 0;
            OrderCommand command = ship
                    ? new OrderCommand.Ship(new RegisterShipment(quantities, Optional.empty(), List.of()))
                    : new OrderCommand.CancelLines(quantities, "");
            Decision decision = OrderDecision.decide(
                    order, command, OrderSamples.circumstances(PLACED_AT.plusSeconds(60), invoices.size()));
            if (decision instanceof Accepted accepted) {
                assertPossible(order, accepted.next());
                order = accepted.next();
                if (accepted.shipment().isPresent()) {
                    invoices.add(InvoiceComputation.invoice(
                            order,
                            accepted.shipment().get(),
                            invoices,
                            OrderSamples.content(),
                            OrderSamples.RATES,
                            new InvoiceComputation.Identity(
                                    new InvoiceId("invoice-" + invoices.size()),
                                    Integer.toString(100_001 + invoices.size()),
                                    PLACED_AT.plusSeconds(60))));
                }
            } else {
                assertThat(((Refused) decision).refusal().code()).isIn("quantity-not-open", "lines-missing");
            }
        }
        return new Life(order, invoices);
    }

    private static void assertPossible(Order before, Order after) {
        boolean open = after.lines().stream().anyMatch(line -> line.open() > 0);
        boolean shipped = after.lines().stream().anyMatch(line -> line.shipped() > 0);
        assertThat(after.status())
                .isEqualTo(
                        open
                                ? shipped ? OrderStatus.IN_FULFILMENT : OrderStatus.PLACED
                                : shipped ? OrderStatus.COMPLETED : OrderStatus.CANCELLED);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        for (int i = 0; i < after.lines().size(); i++) {
            assertThat(after.lines().get(i).shipped())
                    .isGreaterThanOrEqualTo(before.lines().get(i).shipped());
            assertThat(after.lines().get(i).cancelled())
                    .isGreaterThanOrEqualTo(before.lines().get(i).cancelled());
            assertThat(after.lines().get(i).open()).isGreaterThanOrEqualTo(0);
        }
    }

    @Property(tries = 2000)
    @Tag("L57")
    void invoicesAndCancelledSharesComeToTheOrderLineByLine(@ForAll("orders") Order placed, @ForAll long seed) {
        Life life = live(placed, seed);
        for (OrderLine line : life.order().lines()) {
            Money invoiced = life.invoices().stream()
                    .flatMap(invoice -> invoice.lines().stream())
                    .filter(invoiceLine -> invoiceLine.orderLine().equals(line.id()))
                    .map(Invoice.Line::net)
                    .reduce(Money.zero(NOK), Money::plus);
            BigDecimal keptShare = line.net()
                    .getAmount()
                    .multiply(BigDecimal.valueOf(line.ordered() - line.cancelled()))
                    .divide(BigDecimal.valueOf(line.ordered()), 2, RoundingMode.HALF_UP);
            assertThat(invoiced.getAmount()).isEqualByComparingTo(keptShare);
            if (line.cancelled() == 0) {
                assertThat(invoiced).isEqualTo(line.net());
            }
        }
    }

    @Property(tries = 1000)
    @Tag("L50")
    void chargesComeOnceAndOnTheFirstInvoice(@ForAll("orders") Order placed, @ForAll long seed) {
        Life life = live(placed, seed);
        Money charged = Money.total(
                NOK, placed.price().charges().stream().map(Charge::net).toList());
        for (int i = 0; i < life.invoices().size(); i++) {
            Money onThis = Money.total(
                    NOK,
                    life.invoices().get(i).charges().stream().map(Charge::net).toList());
            assertThat(onThis).isEqualTo(i == 0 ? charged : Money.zero(NOK));
        }
    }

    @Property(tries = 1000)
    void theDifferenceInVatIsThatToOneInvoiceOverAllUpToHere(@ForAll("orders") Order placed, @ForAll long seed) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        BigDecimal invoiced = BigDecimal.ZERO;
        for (Invoice invoice : live(placed, seed).invoices()) {
            invoice.lines()
                    .forEach(line -> sums.merge(line.vatCategory(), line.net().getAmount(), BigDecimal::add));
            invoice.charges()
                    .forEach(charge ->
                            sums.merge(charge.vatCategory(), charge.net().getAmount(), BigDecimal::add));
            invoiced = invoiced.add(invoice.vatTotal().getAmount());
            BigDecimal difference =
                    invoice.vatDifference().map(Money::getAmount).orElse(BigDecimal.ZERO);
            assertThat(invoiced.subtract(difference)).isEqualByComparingTo(vat(sums));
        }
    }

    private static BigDecimal vat(Map<String, BigDecimal> sums) {
        BigDecimal vat = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
            vat = vat.add(sum.getValue()
                    .multiply(PERCENT.getOrDefault(sum.getKey(), BigDecimal.ZERO))
                    .divide(new BigDecimal(100), 2, RoundingMode.HALF_UP));
        }
        return vat;
    }

    @Property(tries = 1000)
    void theDiscountsOfInvoicesAndCancelledSharesComeToThatOfTheLine(
            @ForAll("orders") Order placed, @ForAll long seed) {
        Life life = live(placed, seed);
        for (OrderLine line : life.order().lines()) {
            Money invoiced = Money.total(
                    NOK,
                    life.invoices().stream()
                            .flatMap(invoice -> invoice.lines().stream())
                            .filter(each -> each.orderLine().equals(line.id()))
                            .map(Invoice.Line::discount)
                            .toList());
            Money cancelled = Allocation.share(
                            line.listAmount(),
                            line.net(),
                            line.ordered(),
                            line.ordered() - line.cancelled(),
                            line.ordered())
                    .discount();
            assertThat(invoiced.plus(cancelled)).isEqualTo(line.listAmount().minus(line.net()));
        }
    }

    @Property(tries = 1000)
    void theVatOfAnInvoiceIsThatOfEachCategory(@ForAll("orders") Order placed, @ForAll long seed) {
        for (Invoice invoice : live(placed, seed).invoices()) {
            Map<String, BigDecimal> sums = new TreeMap<>();
            invoice.lines()
                    .forEach(line -> sums.merge(line.vatCategory(), line.net().getAmount(), BigDecimal::add));
            invoice.charges()
                    .forEach(charge ->
                            sums.merge(charge.vatCategory(), charge.net().getAmount(), BigDecimal::add));
            BigDecimal vat = vat(sums);
            BigDecimal net = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(invoice.vatTotal().getAmount()).isEqualByComparingTo(vat);
            assertThat(invoice.net().getAmount()).isEqualByComparingTo(net);
            assertThat(invoice.gross().getAmount()).isEqualByComparingTo(net.add(vat));
        }
    }

    @Property(tries = 1000)
    @Tag("L57")
    void anOrderWithoutCancellationIsInvoicedAtItsGrossTotalButForTheNamedDifference(
            @ForAll("orders") Order placed, @ForAll long seed) {
        Life life = live(placed, seed);
        for (int i = 0; i < life.invoices().size(); i++) {
            assertThat(life.invoices().get(i).vatDifference().isPresent()).isEqualTo(i > 0);
        }
        boolean whole = life.order().lines().stream().allMatch(line -> line.cancelled() == 0);
        if (whole) {
            Invoice last = life.invoices().get(life.invoices().size() - 1);
            Money gross = Money.total(
                    NOK, life.invoices().stream().map(Invoice::gross).toList());
            assertThat(gross.minus(last.vatDifference().orElse(Money.zero(NOK))))
                    .isEqualTo(placed.price().gross());
        }
    }

    @Property(tries = 500)
    void aClosedOrderAcceptsNothing(@ForAll("orders") Order placed, @ForAll long seed) {
        Order closed = live(placed, seed).order();
        LineId line = closed.lines().get(0).id();
        for (OrderCommand command : List.of(
                new OrderCommand.Ship(new RegisterShipment(Map.of(), Optional.empty(), List.of())),
                new OrderCommand.Ship(new RegisterShipment(Map.of(line, 1), Optional.empty(), List.of())),
                new OrderCommand.CancelLines(Map.of(line, 1), ""))) {
            assertThat(OrderDecision.decide(closed, command, OrderSamples.circumstances(PLACED_AT, 0)))
                    .isInstanceOf(Refused.class);
        }
    }
}
