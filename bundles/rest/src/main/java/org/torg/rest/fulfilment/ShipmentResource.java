package org.torg.rest.fulfilment;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.order.OrderId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** What has left, for all who may see it. */
@Component(service = Resource.class)
@Path("shipments")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ShipmentResource implements Resource {

    private static final Cursor CURSOR = new Cursor("shipments");

    private final Shipments shipments;

    @Activate
    public ShipmentResource(@Reference Shipments shipments) {
        this.shipments = shipments;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<OrderId> order = query.id("order").map(OrderId::new);
        PageRequest page = query.settle(query.page(CURSOR));
        return Replies.ok(
                PageJson.of(shipments.find(asked.caller(), order, page).orElseThrow(), CURSOR, ShipmentJson::of));
    }
}
