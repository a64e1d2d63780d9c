package org.torg.portal.office.invoice;

import java.util.Map;
import org.torg.api.Page;
import org.torg.api.account.AccountId;
import org.torg.api.invoice.InvoiceSummary;

/**
 * A page of the vendors' invoices.
 *
 * @param names of the customers, as far as the reader may know them
 */
public record OfficeInvoices(Page<InvoiceSummary> page, Map<AccountId, String> names) {

    public OfficeInvoices {
        names = Map.copyOf(names);
    }

    public String name(InvoiceSummary invoice) {
        return names.getOrDefault(invoice.account(), "");
    }
}
