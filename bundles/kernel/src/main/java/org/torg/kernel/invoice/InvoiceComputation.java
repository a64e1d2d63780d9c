package org.torg.kernel.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.TaxRates;
import org.torg.api.pricing.VatAmount;
import org.torg.api.store.VendorStore.Content.TermsContent;
import org.torg.kernel.pricing.Allocation;
import org.torg.kernel.pricing.Allocation.Share;
import org.torg.kernel.pricing.VatCalculation;
import org.torg.kernel.pricing.VatCalculation.Taxable;
import org.torg.kernel.pricing.VatCalculation.Totals;

/**
 * What the invoice of a shipment says. Pure: of the order, the shipment, the invoices before it, the stored terms and the
 * rates of VAT. Only what was shipped is charged (L56); over all shipments of an order the net amounts of each line come
 * to its price less the share of what was cancelled, and charges come once (L50, L57).
 */
final class InvoiceComputation {
    /**
     * How an invoice is named.
     *
     * @param number from the unbroken series of the legal entity, digits only
     */
    record Identity(InvoiceId id, String number, Instant issuedAt) {}

    private InvoiceComputation() {}

    /**
     * The invoice of one shipment.
     *
     * @param order as it is now; what else was shipped or cancelled meanwhile makes no difference
     * @param earlier the invoices of this order's earlier shipments, all of them
     * @param terms and seller of the day of the order
     * @throws org.torg.api.RefusedException {@code tax-rate-missing} when a category has no rate at the tax point
     */
    static Invoice invoice(
            Order order,
            Shipment shipment,
            List<Invoice> earlier,
            TermsContent terms,
            TaxRates rates,
            Identity identity) {
        CurrencyUnit currency = order.price().currency();
        LocalDate date = identity.issuedAt().atZone(terms.seller().zone()).toLocalDate();
        List<Invoice.Line> lines =
                shipment.lines().stream().map(shipped -> line(order, shipped)).toList();
        List<Charge> charges =
                switch (terms.terms().invoicing().charges()) {
                    case FIRST_INVOICE -> earlier.isEmpty() ? due(order.price().charges()) : List.<Charge>of();
                };
        List<VatAmount> vat = VatCalculation.vat(
                        rates, order.price().country(), shipment.shippedOn(), currency, taxables(lines, charges))
                .orElseThrow();
        Totals totals = VatCalculation.totals(currency, vat);
        Order.Snapshot bought = order.snapshot();
        return new Invoice(
                identity.id(),
                identity.number(),
                order.vendor(),
                order.account(),
                order.id(),
                order.number(),
                shipment.id(),
                terms.seller(),
                date,
                shipment.shippedOn(),
                date.plusDays(terms.terms().invoicing().dueDays()),
                PaymentReference.of(bought.customerNumber(), identity.number()),
                bought.customerNumber(),
                bought.organisationNumber(),
                bought.billing(),
                bought.delivery().address(),
                bought.contact().email(),
                bought.purchaseOrderReference(),
                currency,
                lines,
                charges,
                vat,
                totals.net(),
                totals.vat(),
                totals.gross(),
                vatDifference(currency, vat, earlier),
                identity.issuedAt(),
                order.location());
    }

    private static Invoice.Line line(Order order, Shipment.Line shipped) {
        OrderLine line = order.line(shipped.line())
                .orElseThrow(() -> new IllegalArgumentException("shipped line is not of the order"));
        int to = shipped.from() + shipped.quantity();
        Share share = Allocation.share(line.listAmount(), line.net(), line.ordered(), shipped.from(), to);
        return new Invoice.Line(
                line.id(),
                line.sku(),
                line.name(),
                shipped.quantity(),
                line.listPrice(),
                share.discount(),
                share.net(),
                line.vatCategory());
    }

    /** Charges that were waived are explained by the order; on an invoice they would be lines of nothing. */
    private static List<Charge> due(List<Charge> charges) {
        return charges.stream().filter(charge -> !charge.net().isZero()).toList();
    }

    private static List<Taxable> taxables(List<Invoice.Line> lines, List<Charge> charges) {
        List<Taxable> taxables = new ArrayList<>();
        lines.forEach(line -> taxables.add(new Taxable(line.vatCategory(), line.net())));
        charges.forEach(charge -> taxables.add(new Taxable(charge.vatCategory(), charge.net())));
        return taxables;
    }

    /** Of the invoices so far and this one alone: later shipments and cancellations do not change what it says. */
    private static Optional<Money> vatDifference(CurrencyUnit currency, List<VatAmount> vat, List<Invoice> earlier) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        List<VatAmount> invoiced = new ArrayList<>(vat);
        earlier.forEach(invoice -> invoiced.addAll(invoice.vat()));
        return Optional.of(VatCalculation.roundingDifference(currency, invoiced));
    }
}
