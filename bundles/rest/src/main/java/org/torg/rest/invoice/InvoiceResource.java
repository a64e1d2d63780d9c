package org.torg.rest.invoice;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.OrderId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Invoices: issued by the system alone, so that they are only read. */
@Component(service = Resource.class)
@Path("invoices")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class InvoiceResource implements Resource {

    private static final Cursor CURSOR = new Cursor("invoices");

    private final Invoices invoices;
    private final MessageText texts;

    @Activate
    public InvoiceResource(@Reference Invoices invoices, @Reference MessageText texts) {
        this.invoices = invoices;
        this.texts = texts;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<OrderId> order = query.id("order").map(OrderId::new);
        PageRequest page = query.settle(query.page(CURSOR));
        return Replies.ok(PageJson.of(
                invoices.find(asked.caller(), order, page).orElseThrow(), CURSOR, InvoiceJson.InvoiceSummaryJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Invoice invoice =
                invoices.get(caller, new InvoiceId(asked.id("invoice", id))).orElseThrow();
        return Replies.ok(InvoiceJson.of(invoice, texts.of(invoice.vendor(), caller.language())));
    }
}
