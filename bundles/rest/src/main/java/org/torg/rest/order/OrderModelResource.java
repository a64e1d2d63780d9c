package org.torg.rest.order;

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
import org.torg.api.account.Caller;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** What was asked when the articles of one order were configured. */
@Component(service = Resource.class)
@Path("orders/{id}/models")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class OrderModelResource implements Resource {

    private final Orders orders;
    private final MessageText texts;

    @Activate
    public OrderModelResource(@Reference Orders orders, @Reference MessageText texts) {
        this.orders = orders;
        this.texts = texts;
    }

    @GET
    public Response models(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        OrderId order = new OrderId(asked.id("order", id));
        VendorId vendor = orders.vendor(caller, order).orElseThrow();
        return Replies.ok(
                OrderModelsJson.of(orders.models(caller, order).orElseThrow(), texts.of(vendor, caller.language())));
    }
}
