package org.torg.kernel.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.account.Caller;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.TaxRates;
import org.torg.api.store.InvoiceStore;
import org.torg.api.store.NumberStore;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.VendorStore.Content.TermsContent;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Subscriptions;
import org.torg.kernel.event.EventConsumer;
import org.torg.kernel.order.Contents;

/**
 * Issues the invoice of each shipment, told by its event (L54, L55). The stored terms and seller are enough: the vendor
 * may have gone.
 *
 * <p>Each shipment has one invoice, however often and in whatever order its event comes, and on however many nodes: a
 * unique key decides, and the loser's number goes back with its transaction. Where a later shipment's event comes first,
 * the invoices before it are issued with it, so that charges go on the first (L50) and numbers follow the shipments.
 */
@Component(service = EventConsumer.class)
public final class InvoiceIssuer implements EventConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceIssuer.class);
    private static final Caller SYSTEM = Caller.machine(Subscriptions.INVOICING);
    private static final OrderStore.Filter ALL =
            new OrderStore.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    private static final long FIRST_NUMBER = 100_001;

    private final OrderStore orders;
    private final InvoiceStore invoices;
    private final NumberStore numbers;
    private final Contents contents;
    private final TaxRates rates;
    private final Commands commands;
    private final Clock clock;
    private final Ids ids;

    @Activate
    public InvoiceIssuer(
            @Reference OrderStore orders,
            @Reference InvoiceStore invoices,
            @Reference NumberStore numbers,
            @Reference Contents contents,
            @Reference TaxRates rates,
            @Reference Commands commands,
            @Reference Clock clock,
            @Reference Ids ids) {
        this.orders = orders;
        this.invoices = invoices;
        this.numbers = numbers;
        this.contents = contents;
        this.rates = rates;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String name() {
        return Subscriptions.INVOICING;
    }

    @Override
    public void handle(Tx tx, EventRecord event) {
        if (event.event() instanceof Event.ShipmentRegistered registered) {
            Shipment shipment = orders.shipment(tx, registered.shipment())
                    .orElseThrow(() -> new IllegalStateException("an event of a shipment that is not stored"));
            issueUpTo(tx, shipment);
        }
    }

    private void issueUpTo(Tx tx, Shipment shipment) {
        List<Invoice> issued = new ArrayList<>(invoices.ofOrder(tx, shipment.order()));
        List<Shipment> due = due(tx, shipment, issued);
        if (due.isEmpty()) {
            return;
        }
        Order order = orders.order(tx, shipment.order())
                .orElseThrow(() -> new IllegalStateException("a shipment of an order that is not stored"));
        TermsContent terms = contents.terms(tx, order.termsHash());
        for (Shipment next : due) {
            issued.add(issue(tx, order, next, issued, terms));
        }
    }

    /** Shipments up to this one that have no invoice yet, in their order. */
    private List<Shipment> due(Tx tx, Shipment shipment, List<Invoice> issued) {
        if (isInvoiced(shipment, issued)) {
            return List.of();
        }
        if (shipment.sequence() == issued.size() + 1) {
            return List.of(shipment);
        }
        OrderId order = shipment.order();
        return orders.shipments(tx, ALL, Optional.of(order), Optional.empty(), orders.shipmentCount(tx, order)).stream()
                .filter(other -> other.sequence() <= shipment.sequence() && !isInvoiced(other, issued))
                .sorted(Comparator.comparingInt(Shipment::sequence))
                .toList();
    }

    private static boolean isInvoiced(Shipment shipment, List<Invoice> issued) {
        return issued.stream().anyMatch(invoice -> invoice.shipment().equals(shipment.id()));
    }

    private Invoice issue(Tx tx, Order order, Shipment shipment, List<Invoice> earlier, TermsContent terms) {
        // The rates are known before the series is locked, and the time is taken after: dates follow numbers.
        TaxRates known = ratesOf(order, shipment.shippedOn());
        long number = numbers.take(tx, "invoice:" + terms.seller().id(), FIRST_NUMBER, 1);
        Invoice invoice = InvoiceComputation.invoice(
                order,
                shipment,
                earlier,
                terms,
                known,
                new InvoiceComputation.Identity(new InvoiceId(ids.next()), Long.toString(number), clock.now()));
        invoices.insert(tx, invoice);
        LOG.info("Invoice {} for shipment {} of order {}", invoice.number(), shipment.sequence(), order.number());
        return commands.record(
                tx,
                SYSTEM,
                "issue-invoice",
                new Effect<>(
                        invoice,
                        invoice.id().value(),
                        Optional.of(invoice.account()),
                        List.of(new Event.InvoiceIssued(
                                invoice.vendor(),
                                Optional.of(invoice.account()),
                                invoice.order(),
                                invoice.id(),
                                invoice.number(),
                                invoice.gross()))));
    }

    private TaxRates ratesOf(Order order, LocalDate taxPoint) {
        Map<String, Optional<BigDecimal>> known = new HashMap<>();
        for (OrderLine line : order.lines()) {
            known.computeIfAbsent(
                    line.vatCategory(), category -> rates.rate(order.price().country(), category, taxPoint));
        }
        for (Charge charge : order.price().charges()) {
            known.computeIfAbsent(
                    charge.vatCategory(), category -> rates.rate(order.price().country(), category, taxPoint));
        }
        return (country, category, day) -> known.getOrDefault(category, Optional.empty());
    }
}
