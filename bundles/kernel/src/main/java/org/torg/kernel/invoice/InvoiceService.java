package org.torg.kernel.invoice;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.OrderId;
import org.torg.api.store.InvoiceStore;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.Transactions;
import org.torg.kernel.order.Cursor;
import org.torg.kernel.order.Visibility;

/** Shows invoices to those who may see them (H10). */
@Component(service = Invoices.class)
public final class InvoiceService implements Invoices {
    private final Transactions transactions;
    private final InvoiceStore invoices;
    private final Visibility visibility;

    @Activate
    public InvoiceService(
            @Reference Transactions transactions, @Reference InvoiceStore invoices, @Reference Visibility visibility) {
        this.transactions = transactions;
        this.invoices = invoices;
        this.visibility = visibility;
    }

    @Override
    public Outcome<Invoice> get(Caller caller, InvoiceId id) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, Function.INVOICE_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Invoice> found = transactions.read(tx -> invoices.invoice(tx, id));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("invoice"));
        }
        Invoice invoice = found.get();
        return visibility
                .require(
                        caller,
                        Function.INVOICE_READ,
                        invoice.account(),
                        invoice.location(),
                        invoice.vendor(),
                        "invoice")
                .<Outcome<Invoice>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(invoice));
    }

    @Override
    public Outcome<Page<InvoiceSummary>> find(Caller caller, Optional<OrderId> order, PageRequest page) {
        return visibility
                .filter(caller, Function.INVOICE_READ, Optional.empty(), Optional.empty(), Optional.empty())
                .flatMap(filter -> Cursor.of(page).map(after -> {
                    List<InvoiceSummary> found = filter.isEmpty()
                            ? List.of()
                            : read(filter.get(), order, after.map(InvoiceId::new), page.limit() + 1);
                    return Cursor.page(found, page, invoice -> invoice.id().value());
                }));
    }

    private List<InvoiceSummary> read(Filter filter, Optional<OrderId> order, Optional<InvoiceId> before, int limit) {
        return transactions.read(tx -> invoices.find(tx, filter, order, before, limit));
    }
}
