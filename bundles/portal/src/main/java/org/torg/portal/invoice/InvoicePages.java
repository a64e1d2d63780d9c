package org.torg.portal.invoice;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.invoice.Invoices;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.invoice.JteinvoiceGenerated;
import org.torg.portal.template.invoice.JtelistGenerated;

/** Invoices, by those who may see them (H10). Staff see the document that the customer has. */
@Component(service = Pages.class)
public final class InvoicePages implements Pages {

    private static final int PER_PAGE = 25;

    private final Invoices invoices;
    private final Frames frames;

    @Activate
    public InvoicePages(@Reference Invoices invoices, @Reference Frames frames) {
        this.invoices = invoices;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/invoices", Route.Door.IN_COMPANY, this::list),
                Route.get("/invoices/{invoice}", Route.Door.IN_COMPANY, visit -> invoice(visit, "invoices")),
                Route.get("/office/invoices/{invoice}", Route.Door.STAFF, visit -> invoice(visit, "office.invoices")));
    }

    private Reply list(Visit visit) {
        Page<InvoiceSummary> page = invoices.find(
                        visit.caller(),
                        Optional.empty(),
                        new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        Frame frame = frames.of(visit, "invoices", visit.reader().text("menu.invoices"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, page));
    }

    /** @param section of the menu */
    private Reply invoice(Visit visit, String section) {
        Invoice invoice =
                invoices.get(visit.caller(), new InvoiceId(visit.id("invoice"))).orElseThrow();
        Frame frame = frames.of(
                visit, section, visit.reader().text("invoice.title", invoice.number()), Optional.of(invoice.vendor()));
        return Reply.page(out -> JteinvoiceGenerated.render(out, null, frame, invoice));
    }
}
