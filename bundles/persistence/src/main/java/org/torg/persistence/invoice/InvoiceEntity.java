package org.torg.persistence.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.LocationId;
import org.torg.api.invoice.Invoice;
import org.torg.persistence.tx.Amounts;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Moments;

/** An invoice is never changed: no column is updatable. */
@Entity
@Table(name = "invoice")
@NullUnmarked
class InvoiceEntity {
    @Id
    @Column(updatable = false)
    private String id;

    @Column(name = "invoice_number", updatable = false)
    private String number;

    @Column(updatable = false)
    private String seller;

    @Column(updatable = false)
    private String vendor;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String location;

    @Column(name = "order_id", updatable = false)
    private String order;

    @Column(name = "order_number", updatable = false)
    private String orderNumber;

    @Column(updatable = false)
    private String shipment;

    @Column(name = "issued_on", updatable = false)
    private LocalDate issuedOn;

    @Column(name = "due_on", updatable = false)
    private LocalDate dueOn;

    @Convert(converter = Moments.class)
    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private BigDecimal net;

    @Column(updatable = false)
    private BigDecimal gross;

    @Column(updatable = false)
    private String document;

    protected InvoiceEntity() {}

    InvoiceEntity(Invoice invoice, Documents documents) {
        id = invoice.id().value();
        number = invoice.number();
        seller = invoice.seller().id();
        vendor = invoice.vendor().value();
        account = invoice.account().value();
        location = invoice.location().map(LocationId::value).orElse(null);
        order = invoice.order().value();
        orderNumber = invoice.orderNumber();
        shipment = invoice.shipment().value();
        issuedOn = invoice.date();
        dueOn = invoice.dueDate();
        issuedAt = invoice.issuedAt();
        currency = invoice.currency().getCode();
        net = Amounts.stored(invoice.net().getAmount());
        gross = Amounts.stored(invoice.gross().getAmount());
        document = documents.write(invoice);
    }
}
