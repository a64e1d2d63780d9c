package org.torg.rest.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.http.Wording;
import org.torg.rest.account.AddressJson;
import org.torg.rest.pricing.PriceJson;
import org.torg.rest.vendor.SellerJson;

/**
 * An invoice as it was issued.
 *
 * @param taxPoint date of delivery, which decides the VAT rates
 * @param paymentReference KID
 * @param gross what is to be paid
 * @param vatDifference to the VAT of a single invoice, in øre; not added to anything
 */
public record InvoiceJson(
        String id,
        String number,
        String vendor,
        String account,
        String order,
        String orderNumber,
        String shipment,
        SellerJson seller,
        LocalDate date,
        LocalDate taxPoint,
        LocalDate dueDate,
        String paymentReference,
        String customerNumber,
        Optional<String> buyerOrganisationNumber,
        AddressJson billing,
        AddressJson delivery,
        String email,
        Optional<String> purchaseOrderReference,
        String currency,
        List<InvoiceLineJson> lines,
        List<PriceJson.ChargeJson> charges,
        List<PriceJson.VatJson> vat,
        Money net,
        Money vatTotal,
        Money gross,
        Optional<Money> vatDifference,
        Instant issuedAt) {

    /** @param orderLine the order's line of which these were shipped */
    public record InvoiceLineJson(
            String orderLine,
            String sku,
            String name,
            int quantity,
            BigMoney listPrice,
            Money discount,
            Money net,
            String vatCategory) {

        static InvoiceLineJson of(Invoice.Line line, Wording wording) {
            return new InvoiceLineJson(
                    line.orderLine().value(),
                    line.sku().value(),
                    wording.of(line.name()),
                    line.quantity(),
                    line.listPrice(),
                    line.discount(),
                    line.net(),
                    line.vatCategory());
        }
    }

    /** An invoice in a list. */
    public record InvoiceSummaryJson(
            String id,
            String number,
            String vendor,
            String account,
            String order,
            String orderNumber,
            String shipment,
            LocalDate date,
            LocalDate dueDate,
            Money net,
            Money gross) {

        static InvoiceSummaryJson of(InvoiceSummary invoice) {
            return new InvoiceSummaryJson(
                    invoice.id().value(),
                    invoice.number(),
                    invoice.vendor().value(),
                    invoice.account().value(),
                    invoice.order().value(),
                    invoice.orderNumber(),
                    invoice.shipment().value(),
                    invoice.date(),
                    invoice.dueDate(),
                    invoice.net(),
                    invoice.gross());
        }
    }

    static InvoiceJson of(Invoice invoice, Wording wording) {
        return new InvoiceJson(
                invoice.id().value(),
                invoice.number(),
                invoice.vendor().value(),
                invoice.account().value(),
                invoice.order().value(),
                invoice.orderNumber(),
                invoice.shipment().value(),
                SellerJson.of(invoice.seller()),
                invoice.date(),
                invoice.taxPoint(),
                invoice.dueDate(),
                invoice.paymentReference(),
                invoice.customerNumber(),
                invoice.buyerOrganisationNumber(),
                AddressJson.of(invoice.billing()),
                AddressJson.of(invoice.delivery()),
                invoice.email(),
                invoice.purchaseOrderReference(),
                invoice.currency().getCode(),
                invoice.lines().stream()
                        .map(line -> InvoiceLineJson.of(line, wording))
                        .toList(),
                invoice.charges().stream()
                        .map(charge -> PriceJson.ChargeJson.of(charge, wording))
                        .toList(),
                invoice.vat().stream().map(PriceJson.VatJson::of).toList(),
                invoice.net(),
                invoice.vatTotal(),
                invoice.gross(),
                invoice.vatDifference(),
                invoice.issuedAt());
    }
}
