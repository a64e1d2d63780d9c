package org.torg.portal.office.invoice;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.invoice.Invoices;
import org.torg.portal.office.CustomerNames;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.invoice.JtelistGenerated;

/** The list of the vendors' invoices. */
@Component(service = Pages.class)
public final class OfficeInvoicePages implements Pages {

    private static final int PER_PAGE = 25;

    private final Invoices invoices;
    private final CustomerNames names;
    private final Frames frames;

    @Activate
    public OfficeInvoicePages(@Reference Invoices invoices, @Reference CustomerNames names, @Reference Frames frames) {
        this.invoices = invoices;
        this.names = names;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/office/invoices", Route.Door.STAFF, this::list));
    }

    private Reply list(Visit visit) {
        Page<InvoiceSummary> page = invoices.find(
                        visit.caller(),
                        Optional.empty(),
                        new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        OfficeInvoices list = new OfficeInvoices(
                page,
                names.of(
                        visit.caller(),
                        page.items().stream().map(InvoiceSummary::account).toList()));
        Frame frame = frames.of(visit, "office.invoices", visit.reader().text("menu.office.invoices"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, list));
    }
}
