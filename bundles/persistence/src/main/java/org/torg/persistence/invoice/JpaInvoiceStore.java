package org.torg.persistence.invoice;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.OrderId;
import org.torg.api.store.InvoiceStore;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.order.Filters;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. An invoice is read from its document, which repeats it to the letter. */
@Component(service = InvoiceStore.class)
public final class JpaInvoiceStore implements InvoiceStore {

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, Invoice invoice) {
        OpenTransaction.of(tx).insert(new InvoiceEntity(invoice, documents));
    }

    @Override
    public Optional<Invoice> invoice(Tx tx, InvoiceId id) {
        return invoices(tx, "id = ?", id.value()).stream().findFirst();
    }

    @Override
    public Optional<Invoice> ofShipment(Tx tx, ShipmentId shipment) {
        return invoices(tx, "shipment = ?", shipment.value()).stream().findFirst();
    }

    /** The oldest first. */
    @Override
    public List<Invoice> ofOrder(Tx tx, OrderId order) {
        return invoices(tx, "order_id = ?", order.value());
    }

    private List<Invoice> invoices(Tx tx, String condition, String value) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT document FROM invoice WHERE " + condition + " ORDER BY id", value),
                        row -> documents.read(row.text("document"), Invoice.class));
    }

    @Override
    public List<InvoiceSummary> find(
            Tx tx, OrderStore.Filter filter, Optional<OrderId> order, Optional<InvoiceId> before, int limit) {
        String index = order.isPresent() ? Filters.indexOfOrder("invoice") : Filters.index("invoice", filter, false);
        Sql sql = Sql.of(
                "SELECT id, invoice_number, vendor, account, order_id, order_number, shipment, issued_on, due_on,"
                        + " currency, net, gross FROM invoice" + index);
        Filters.where(sql, filter, before.map(InvoiceId::value));
        order.ifPresent(id -> sql.add(" AND order_id = ?", id.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), JpaInvoiceStore::summary);
    }

    private static InvoiceSummary summary(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new InvoiceSummary(
                new InvoiceId(row.text("id")),
                row.text("invoice_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                new OrderId(row.text("order_id")),
                row.text("order_number"),
                new ShipmentId(row.text("shipment")),
                row.date("issued_on"),
                row.date("due_on"),
                row.money(currency, "net"),
                row.money(currency, "gross"));
    }
}
