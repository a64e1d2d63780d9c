package org.torg.api.invoice;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.order.OrderId;

/** Invoices, by those who may see them. They are issued by the system alone, told by events. */
@ProviderType
public interface Invoices {

    Outcome<Invoice> get(Caller caller, InvoiceId id);

    /**
     * The newest first.
     *
     * @param order of this order only, when given
     */
    Outcome<Page<InvoiceSummary>> find(Caller caller, Optional<OrderId> order, PageRequest page);
}
