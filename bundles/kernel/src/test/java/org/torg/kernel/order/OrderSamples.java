package org.torg.kernel.order;

import static org.torg.api.vendor.Workflow.Action.CANCEL_LINES;
import static org.torg.api.vendor.Workflow.Action.SHIP;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Customers.WAREHOUSE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.TaxRates;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.VendorStore.Content.TermsContent;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.State;
import org.torg.api.vendor.Workflow.Transition;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.pricing.VatCalculation;
import org.torg.kernel.pricing.VatCalculation.Taxable;

/** Orders for tests that need no database. */
public final class OrderSamples {
    public static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    public static final Instant PLACED_AT = SetClock.START;
    public static final LocalDate PLACED_ON = LocalDate.of(2026, 3, 2);
    public static final LegalEntity SELLER = new LegalEntity(
            "lys",
            "Lys Engros AS",
            "974760673",
            "NO 974 760 673 MVA",
            Optional.of("Foretaksregisteret"),
            new Address("Lys Engros AS", Optional.empty(), "Lysveien 3", Optional.empty(), "0579", "Oslo", "NO"),
            OSLO,
            "faktura@lys.example",
            "+47 22 00 00 00",
            Optional.of("Betaling Finans AS"),
            "86011117947");
    /** Changes are possible until picking, and again once packed. Nothing leads to cancelled. */
    public static final Workflow WORKFLOW = new Workflow(
            "received",
            List.of(
                    state("received", Optional.of(OrderStatus.PLACED), SHIP, CANCEL_LINES),
                    state("picking", Optional.empty(), SHIP),
                    state("packed", Optional.empty(), SHIP, CANCEL_LINES),
                    state("partly-shipped", Optional.of(OrderStatus.IN_FULFILMENT), SHIP, CANCEL_LINES),
                    state("shipped", Optional.of(OrderStatus.COMPLETED)),
                    state("cancelled", Optional.of(OrderStatus.CANCELLED))),
            List.of(
                    new Transition("received", "picking"),
                    new Transition("picking", "packed"),
                    new Transition("packed", "partly-shipped"),
                    new Transition("partly-shipped", "shipped")));

    public static final TaxRates RATES = (country, category, day) -> Optional.ofNullable(
            Map.of("standard", new BigDecimal("25"), "food", new BigDecimal("15"), "zero", BigDecimal.ZERO)
                    .get(category));

    /** What goes into a line. */
    public record Goods(int ordered, Money net, BigMoney listPrice, String category) {
        /** At list price. */
        public static Goods of(int ordered, String price) {
            BigMoney each = BigMoney.of(NOK, new BigDecimal(price));
            return new Goods(ordered, each.multipliedBy(ordered).toMoney(), each, "standard");
        }

        public Goods at(String net) {
            return new Goods(ordered, Money.of(NOK, new BigDecimal(net)), listPrice, category);
        }

        public Goods in(String otherCategory) {
            return new Goods(ordered, net, listPrice, otherCategory);
        }
    }

    private OrderSamples() {}

    public static Terms terms(Terms.Amendment amendment) {
        return new Terms(
                50,
                true,
                12,
                amendment,
                new Terms.Invoicing(Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14));
    }

    public static TermsContent content() {
        return new TermsContent(terms(Terms.Amendment.STAFF_BEFORE_SHIPMENT), SELLER);
    }

    public static Circumstances circumstances(Instant now, int earlierShipments) {
        return new Circumstances(
                now,
                OSLO,
                terms(Terms.Amendment.STAFF_BEFORE_SHIPMENT),
                WORKFLOW,
                new ShipmentId("shipment-" + (earlierShipments + 1)),
                earlierShipments);
    }

    private static State state(String code, Optional<OrderStatus> when, Workflow.Action... actions) {
        return new State(code, Message.of(code, code), Message.of(code, code), Set.of(actions), when);
    }

    public static Charge charge(ChargeKind kind, String net) {
        return new Charge(
                kind,
                "lighting." + kind.name().toLowerCase(java.util.Locale.ROOT),
                Message.of("charge", kind.name()),
                Money.of(NOK, new BigDecimal(net)),
                "standard");
    }

    /** A placed order with lines "1", "2" and so on. */
    public static Order order(List<Goods> goods, List<Charge> charges) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            lines.add(line(i + 1, goods.get(i)));
        }
        return new Order(
                new OrderId("order-1"),
                "L100001",
                new VendorId("lighting"),
                new AccountId("account-1"),
                Optional.empty(),
                new UserId("user-1"),
                Optional.empty(),
                "API",
                OrderStatus.PLACED,
                "received",
                1,
                1,
                PLACED_AT,
                PLACED_AT,
                lines,
                price(lines, charges),
                Order.AgreedBy.CURRENT_PRICES,
                new Order.Snapshot(
                        "10042",
                        Optional.of("123456785"),
                        OFFICE,
                        new DeliveryChoice(
                                WAREHOUSE,
                                Destination.Kind.BUSINESS,
                                Optional.of("parcel"),
                                new DeliveryChoice.Timing.InParts()),
                        new Contact("bestilt@kunde.example", Optional.of("+47 99 00 00 00")),
                        Optional.of("PO-7"),
                        PaymentMethod.INVOICE,
                        Optional.empty(),
                        List.of(),
                        "nb"),
                "terms",
                "texts");
    }

    private static OrderLine line(int position, Goods goods) {
        return new OrderLine(
                new LineId(Integer.toString(position)),
                position,
                new Sku("SKU-" + position),
                LocalizedText.of("nb", "Lampe " + position),
                goods.ordered(),
                0,
                0,
                goods.listPrice(),
                goods.listPrice().multipliedBy(goods.ordered()).toMoney(java.math.RoundingMode.HALF_UP),
                goods.net(),
                goods.category(),
                StockPolicy.DENY,
                BigDecimal.ONE,
                false,
                Optional.of(PLACED_ON));
    }

    private static PricedCart price(List<OrderLine> lines, List<Charge> charges) {
        List<Taxable> taxables = new ArrayList<>();
        lines.forEach(line -> taxables.add(new Taxable(line.vatCategory(), line.net())));
        charges.forEach(charge -> taxables.add(new Taxable(charge.vatCategory(), charge.net())));
        List<VatAmount> vat =
                VatCalculation.vat(RATES, "NO", PLACED_ON, NOK, taxables).orElseThrow();
        Money net = Money.total(NOK, taxables.stream().map(Taxable::net).toList());
        Money vatTotal = Money.total(NOK, vat.stream().map(VatAmount::vat).toList());
        return new PricedCart(
                new VendorId("lighting"),
                new AccountId("account-1"),
                1,
                PLACED_ON,
                new Destination("NO", "0150", Destination.Kind.BUSINESS),
                NOK,
                lines.stream()
                        .map(line -> new PricedCart.PricedLine(
                                line.id(),
                                line.sku(),
                                line.ordered(),
                                line.listPrice(),
                                line.listAmount(),
                                line.net(),
                                line.vatCategory()))
                        .toList(),
                charges,
                vat,
                net,
                vatTotal,
                net.plus(vatTotal),
                Optional.empty(),
                List.of(),
                List.of(),
                "hash",
                PLACED_AT,
                PLACED_AT.plusSeconds(1800));
    }

    /** {@code quantities("1", 2, "3", 4)}. */
    public static Map<LineId, Integer> quantities(Object... linesAndQuantities) {
        Map<String, Integer> quantities = new TreeMap<>();
        for (int i = 0; i < linesAndQuantities.length; i += 2) {
            quantities.put((String) linesAndQuantities[i], (Integer) linesAndQuantities[i + 1]);
        }
        return quantities.keySet().stream()
                .collect(Collectors.toMap(LineId::new, line -> quantities.getOrDefault(line, 0)));
    }
}
