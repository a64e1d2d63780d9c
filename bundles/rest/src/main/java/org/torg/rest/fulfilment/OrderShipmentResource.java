package org.torg.rest.fulfilment;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.order.OrderId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The shipments of one order: staff register them. */
@Component(service = Resource.class)
@Path("orders/{id}/shipments")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class OrderShipmentResource implements Resource {

    private final Shipments shipments;

    @Activate
    public OrderShipmentResource(@Reference Shipments shipments) {
        this.shipments = shipments;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(
            @BeanParam Asked asked, @PathParam("id") String id, ShipmentJson.@Nullable NewShipmentJson body) {
        OrderId order = new OrderId(asked.withoutQuery().id("order", id));
        Shipment shipment = shipments
                .register(
                        asked.caller(),
                        asked.key(),
                        order,
                        asked.expectedVersion(),
                        Body.of(body).read())
                .orElseThrow();
        return Replies.created("shipments?order=" + order.value(), ShipmentJson.of(shipment));
    }
}
