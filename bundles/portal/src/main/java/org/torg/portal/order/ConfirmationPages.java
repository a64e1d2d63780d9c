package org.torg.portal.order;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.document.Documents;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.order.JteconfirmationGenerated;

/** The confirmation of an order as a document, to be kept and to be enclosed with models (D24, D32). */
@Component(service = Pages.class)
public final class ConfirmationPages implements Pages {

    private final PlacedOrders orders;
    private final Documents documents;

    @Activate
    public ConfirmationPages(@Reference PlacedOrders orders, @Reference Documents documents) {
        this.orders = orders;
        this.documents = documents;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/orders/{order}/confirmation.pdf", Route.Door.IN_COMPANY, this::confirmation));
    }

    private Reply confirmation(Visit visit) {
        Reader reader = visit.reader();
        Confirmation confirmation = new Confirmation(orders.read(visit), reader);
        String number = confirmation.order().number();
        return documents.reply(
                "order-" + number,
                reader.text("confirmation.title") + " " + number,
                reader,
                confirmation.vendor().map(VendorDescriptor::accent).orElse(""),
                out -> JteconfirmationGenerated.render(out, null, confirmation));
    }
}
