package org.torg.kernel.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.order.OrderSamples.NOK;
import static org.torg.kernel.order.OrderSamples.PLACED_AT;
import static org.torg.kernel.order.OrderSamples.PLACED_ON;
import static org.torg.kernel.order.OrderSamples.charge;
import static org.torg.kernel.order.OrderSamples.quantities;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.RefusedException;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.TaxRates;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.order.OrderDecision;
import org.torg.kernel.order.OrderDecision.Accepted;
import org.torg.kernel.order.OrderSamples;
import org.torg.kernel.order.OrderSamples.Goods;

class InvoiceComputationTest {
    private final List<Invoice> invoices = new ArrayList<>();
    private TaxRates rates = OrderSamples.RATES;

    private Order ship(Order order, Map<LineId, Integer> quantities) {
        return ship(order, quantities, PLACED_AT);
    }

    private Order ship(Order order, Map<LineId, Integer> quantities, Instant at) {
        Accepted accepted = (Accepted) OrderDecision.decide(
                order,
                new OrderCommand.Ship(new RegisterShipment(quantities, Optional.empty(), List.of())),
                OrderSamples.circumstances(at, invoices.size()));
        Shipment shipment = accepted.shipment().orElseThrow();
        invoices.add(InvoiceComputation.invoice(
                accepted.next(),
                shipment,
                List.copyOf(invoices),
                OrderSamples.content(),
                rates,
                new InvoiceComputation.Identity(new InvoiceId("i" + invoices.size()), "100001", at)));
        return accepted.next();
    }

    private static Money nok(String amount) {
        return Money.of(NOK, new BigDecimal(amount));
    }

    @Test
    @Tag("L56")
    void onlyWhatIsShippedIsCharged() {
        Order order = OrderSamples.order(List.of(Goods.of(10, "100.00").at("900.00"), Goods.of(2, "50.00")), List.of());
        ship(order, quantities("1", 3));
        Invoice invoice = invoices.get(0);
        assertThat(invoice.lines()).hasSize(1);
        Invoice.Line line = invoice.lines().get(0);
        assertThat(line.quantity()).isEqualTo(3);
        assertThat(line.net()).isEqualTo(nok("270.00"));
        assertThat(line.discount()).isEqualTo(nok("30.00"));
        assertThat(invoice.net()).isEqualTo(nok("270.00"));
        assertThat(invoice.vatTotal()).isEqualTo(nok("67.50"));
        assertThat(invoice.gross()).isEqualTo(nok("337.50"));
        assertThat(invoice.vatDifference()).isEmpty();
    }

    @Test
    @Tag("L50")
    @Tag("L57")
    void freightAndSurchargeGoWholeOnTheFirstInvoice() {
        Order order = OrderSamples.order(
                List.of(Goods.of(2, "100.00")),
                List.of(
                        charge(ChargeKind.SURCHARGE, "250.00"),
                        charge(ChargeKind.FREIGHT, "149.00"),
                        charge(ChargeKind.FEE, "0.00")));
        Order rest = ship(order, quantities("1", 1));
        ship(rest, Map.of());
        assertThat(invoices.get(0).charges())
                .extracting(each -> each.kind() + " " + each.net())
                .containsExactly("SURCHARGE NOK 250.00", "FREIGHT NOK 149.00");
        assertThat(invoices.get(0).net()).isEqualTo(nok("499.00"));
        assertThat(invoices.get(1).charges()).isEmpty();
        assertThat(invoices.get(1).net()).isEqualTo(nok("100.00"));
    }

    @Test
    void theOreThatPartialDeliveriesCostInVatIsNamedFromTheSecondInvoiceOn() {
        Order order = OrderSamples.order(List.of(Goods.of(3, "9.99")), List.of());
        assertThat(order.price().vatTotal()).isEqualTo(nok("7.49"));
        Order rest = ship(order, quantities("1", 2));
        ship(rest, quantities("1", 1));
        assertThat(invoices).extracting(Invoice::vatTotal).containsExactly(nok("5.00"), nok("2.50"));
        assertThat(invoices.get(0).vatDifference()).isEmpty();
        assertThat(invoices.get(1).vatDifference()).contains(nok("0.01"));
    }

    @Test
    void theDifferenceIsNamedWhateverBecomesOfTheRest() {
        Order order = OrderSamples.order(List.of(Goods.of(9, "9.99")), List.of());
        Order open = ship(ship(order, quantities("1", 1)), quantities("1", 2));
        assertThat(open.status()).as("more may be shipped, or cancelled").isEqualTo(OrderStatus.IN_FULFILMENT);
        assertThat(invoices).extracting(Invoice::vatTotal).containsExactly(nok("2.50"), nok("5.00"));
        assertThat(invoices.get(1).vatDifference()).contains(nok("0.01"));
    }

    @Test
    void aPriceInPartsOfAnOreMakesNoDiscountThatNobodyGave() {
        Order order = OrderSamples.order(List.of(Goods.of(2, "0.1250")), List.of());
        ship(ship(order, quantities("1", 1)), quantities("1", 1));
        assertThat(invoices)
                .flatExtracting(Invoice::lines)
                .extracting(line -> line.net() + " " + line.discount())
                .containsExactly("NOK 0.13 NOK 0.00", "NOK 0.12 NOK 0.00");
    }

    @Test
    void theRateIsThatOfTheDayOfDelivery() {
        LocalDate change = PLACED_ON.plusDays(10);
        rates = (country, category, day) ->
                Optional.of(day.isBefore(change) ? new BigDecimal("25") : new BigDecimal("27"));
        Order order = OrderSamples.order(List.of(Goods.of(2, "100.00")), List.of());
        Order rest = ship(order, quantities("1", 1));
        ship(rest, Map.of(), PLACED_AT.plusSeconds(11 * 86_400));
        assertThat(invoices).extracting(Invoice::vatTotal).containsExactly(nok("25.00"), nok("27.00"));
        assertThat(invoices.get(1).vatDifference())
                .as("a new rate is not a matter of rounding")
                .contains(nok("0.00"));
    }

    @Test
    void aCategoryWithoutARateIsNotInvoicedAtAll() {
        rates = (country, category, day) -> Optional.empty();
        Order order = OrderSamples.order(List.of(Goods.of(2, "100.00")), List.of());
        assertThatThrownBy(() -> ship(order, Map.of())).isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("L63")
    void anInvoiceSaysAllThatTheLawAsksFor() {
        Order order = OrderSamples.order(
                List.of(Goods.of(2, "100.00"), Goods.of(1, "40.00").in("food")), List.of());
        ship(order, Map.of(), Instant.parse("2026-03-04T23:30:00Z"));
        Invoice invoice = invoices.get(0);
        assertThat(invoice.date()).as("in the seller's zone").isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(invoice.taxPoint()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(invoice.seller()).isEqualTo(OrderSamples.SELLER);
        assertThat(invoice.paymentReference()).isEqualTo(PaymentReference.of("10042", "100001"));
        assertThat(invoice.billing()).isEqualTo(Customers.OFFICE);
        assertThat(invoice.delivery()).isEqualTo(Customers.WAREHOUSE);
        assertThat(invoice.email()).isEqualTo("bestilt@kunde.example");
        assertThat(invoice.buyerOrganisationNumber()).contains("123456785");
        assertThat(invoice.purchaseOrderReference()).contains("PO-7");
        assertThat(invoice.vat())
                .extracting(amount ->
                        amount.category() + " " + amount.ratePercent() + " " + amount.taxable() + " " + amount.vat())
                .containsExactly("food 15 NOK 40.00 NOK 6.00", "standard 25 NOK 200.00 NOK 50.00");
    }

    @Test
    void thePayeeIsThePaymentServiceProviderOfTheOrdersDay() {
        ship(OrderSamples.order(List.of(Goods.of(1, "1.00")), List.of()), Map.of());
        assertThat(invoices.get(0).seller().payee()).contains("Betaling Finans AS");
        assertThat(invoices.get(0).seller().bankAccount()).isEqualTo("86011117947");
    }
}
