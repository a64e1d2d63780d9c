package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.OrderId;
import org.torg.api.store.Transactions.Tx;

/** Invoices: inserted and read, never changed. */
@ProviderType
public interface InvoiceStore {

    /** Violates a unique key when the shipment has one already. */
    void insert(Tx tx, Invoice invoice);

    Optional<Invoice> invoice(Tx tx, InvoiceId id);

    Optional<Invoice> ofShipment(Tx tx, ShipmentId shipment);

    List<Invoice> ofOrder(Tx tx, OrderId order);

    /** The newest first, at most {@code limit}. The status of the filter is not looked at. */
    List<InvoiceSummary> find(
            Tx tx, OrderStore.Filter filter, Optional<OrderId> order, Optional<InvoiceId> before, int limit);
}
