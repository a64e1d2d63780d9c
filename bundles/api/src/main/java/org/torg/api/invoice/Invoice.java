package org.torg.api.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.LocationId;
import org.torg.api.catalog.Sku;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.VatAmount;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.VendorId;

/**
 * An invoice as it was issued: everything that Norwegian law asks of a sales document (Bokføringsforskriften § 5-1-1:
 * number and date, parties, what was delivered, when and where, price and due date, VAT per rate). Never changed.
 *
 * @param number from the unbroken series of the legal entity
 * @param date of issue, in the seller's zone
 * @param taxPoint date of delivery, which decides the VAT rates
 * @param paymentReference KID with a mod-10 check digit
 * @param customerNumber as the following a snapshot of the order
 * @param email where it is sent (L58)
 * @param lines only what was shipped (L56)
 * @param charges freight, fees and surcharges that go on this invoice
 * @param net sum of lines and charges
 * @param gross net plus vatTotal: what is to be paid
 * @param vatDifference from the second invoice of an order on: VAT of this and its earlier invoices less what the VAT of a
 *     single invoice over all that they contain would be at the same rates. It explains a difference in øre, may be zero
 *     or negative, and is not added to anything
 * @param location of the account, for which the goods were ordered
 */
public record Invoice(
        InvoiceId id,
        String number,
        VendorId vendor,
        AccountId account,
        OrderId order,
        String orderNumber,
        ShipmentId shipment,
        LegalEntity seller,
        LocalDate date,
        LocalDate taxPoint,
        LocalDate dueDate,
        String paymentReference,
        String customerNumber,
        Optional<String> buyerOrganisationNumber,
        Address billing,
        Address delivery,
        String email,
        Optional<String> purchaseOrderReference,
        CurrencyUnit currency,
        List<Line> lines,
        List<Charge> charges,
        List<VatAmount> vat,
        Money net,
        Money vatTotal,
        Money gross,
        Optional<Money> vatDifference,
        Instant issuedAt,
        Optional<LocationId> location) {

    /**
     * @param listPrice of one, before discounts
     * @param discount share of this quantity in the line's discount: list price times quantity less net, and with a list
     *     price in parts of an øre rounded such that all deliveries together come to the line's discount
     * @param net of this quantity
     */
    public record Line(
            LineId orderLine,
            Sku sku,
            LocalizedText name,
            int quantity,
            BigMoney listPrice,
            Money discount,
            Money net,
            String vatCategory) {}

    public Invoice {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        vat = List.copyOf(vat);
    }

    /** One for goods that were ordered for the account as a whole. */
    public Invoice(
            InvoiceId id,
            String number,
            VendorId vendor,
            AccountId account,
            OrderId order,
            String orderNumber,
            ShipmentId shipment,
            LegalEntity seller,
            LocalDate date,
            LocalDate taxPoint,
            LocalDate dueDate,
            String paymentReference,
            String customerNumber,
            Optional<String> buyerOrganisationNumber,
            Address billing,
            Address delivery,
            String email,
            Optional<String> purchaseOrderReference,
            CurrencyUnit currency,
            List<Line> lines,
            List<Charge> charges,
            List<VatAmount> vat,
            Money net,
            Money vatTotal,
            Money gross,
            Optional<Money> vatDifference,
            Instant issuedAt) {
        this(
                id,
                number,
                vendor,
                account,
                order,
                orderNumber,
                shipment,
                seller,
                date,
                taxPoint,
                dueDate,
                paymentReference,
                customerNumber,
                buyerOrganisationNumber,
                billing,
                delivery,
                email,
                purchaseOrderReference,
                currency,
                lines,
                charges,
                vat,
                net,
                vatTotal,
                gross,
                vatDifference,
                issuedAt,
                Optional.empty());
    }
}
