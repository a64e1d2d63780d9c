package org.torg.rest.order;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
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
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.Orders;
import org.torg.api.order.PlaceOrder;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.Faults;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Placed orders. */
@Component(service = Resource.class)
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class OrderResource implements Resource {

    private static final Cursor CURSOR = new Cursor("orders");

    private final Orders orders;
    private final Accounts accounts;
    private final MessageText texts;

    @Activate
    public OrderResource(@Reference Orders orders, @Reference Accounts accounts, @Reference MessageText texts) {
        this.orders = orders;
        this.accounts = accounts;
        this.texts = texts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(@BeanParam Asked asked, @Nullable PlaceOrderJson body) {
        Caller caller = asked.withoutQuery().caller();
        PlaceOrder command = Body.of(body).read(() -> accounts.current(caller).orElseThrow());
        Order order = orders.place(caller, asked.key(), command).orElseThrow();
        return Replies.created("orders/" + order.id().value(), shape(order, caller), order.version());
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        OrderQuery wanted = query.settle(new OrderQuery(
                query.vendor(),
                query.id("account").map(AccountId::new),
                query.word("status", OrderStatus.class),
                query.moment("from"),
                query.moment("until"),
                query.id("person").map(UserId::new),
                query.text("q", 100),
                query.id("recipient").map(RecipientId::new),
                query.page(CURSOR)));
        return Replies.ok(
                PageJson.of(orders.find(asked.caller(), wanted).orElseThrow(), CURSOR, OrderJson.OrderSummaryJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Order order = orders.get(caller, new OrderId(asked.id("order", id))).orElseThrow();
        return Replies.ok(shape(order, caller), order.version());
    }

    /** By staff (L25). */
    @POST
    @Path("{id}/cancellations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@BeanParam Asked asked, @PathParam("id") String id, @Nullable CancellationJson body) {
        Caller caller = asked.withoutQuery().caller();
        OrderId target = new OrderId(asked.id("order", id));
        Order order = orders.cancel(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        Body.of(body).read())
                .orElseThrow();
        return Replies.created("orders/" + order.id().value(), shape(order, caller), order.version());
    }

    /** The work on the order has come to another of the vendor's states; by staff (L25). */
    @POST
    @Path("{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(@BeanParam Asked asked, @PathParam("id") String id, @Nullable MoveJson body) {
        Caller caller = asked.withoutQuery().caller();
        OrderId target = new OrderId(asked.id("order", id));
        Order order = orders.move(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        Body.of(body).read())
                .orElseThrow();
        return Replies.ok(shape(order, caller), order.version());
    }

    private OrderJson shape(Order order, Caller caller) {
        // What was bought has never changed of most.
        List<Cancellation> cancellations = order.revision() == 1
                ? List.of()
                : orders.cancellations(caller, order.id()).orElseThrow();
        List<Orders.LineFile> files = order.details().isEmpty()
                ? List.of()
                : orders.files(caller, order.id()).orElseThrow();
        return OrderJson.of(
                order, Optional.of(cancellations), Optional.of(files), texts.of(order.vendor(), caller.language()));
    }

    /** @param state code of the vendor's state to which a declared transition leads */
    public record MoveJson(Optional<String> state) {

        private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

        private String read() {
            Faults faults = new Faults();
            faults.required("/state", state, "");
            return faults.settle(
                    faults.shaped("/state", state, 40, CODE, "state-unknown", "The vendor has no such state.")
                            .orElse(""));
        }
    }

    /** Parts of lines that are not wanted any more, or cannot be delivered. */
    public record CancellationJson(Optional<List<QuantityJson>> lines, Optional<String> reason) {

        private OrderCommand.CancelLines read() {
            Faults faults = new Faults();
            faults.required("/lines", lines, List.of());
            return faults.settle(new OrderCommand.CancelLines(
                    QuantityJson.read(faults, "/lines", lines), faults.requiredText("/reason", reason, 500)));
        }
    }
}
