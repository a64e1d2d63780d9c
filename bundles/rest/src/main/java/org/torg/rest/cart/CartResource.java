package org.torg.rest.cart;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
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
import org.torg.rest.order.CheckoutJson;
import org.torg.rest.order.DeliveryJson;
import org.torg.rest.order.OrderJson;

/** Carts, step by step to the order. */
@Component(service = Resource.class)
@Path("carts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class CartResource implements Resource {

    private static final Cursor CURSOR = new Cursor("carts");

    /** Of carts in a list. */
    private enum State {
        ACTIVE,
        PAUSED
    }

    private final Carts carts;
    private final Accounts accounts;
    private final MessageText texts;

    @Activate
    public CartResource(@Reference Carts carts, @Reference Accounts accounts, @Reference MessageText texts) {
        this.carts = carts;
        this.accounts = accounts;
        this.texts = texts;
    }

    @POST
    public Response create(@BeanParam Asked asked, CartBody.@Nullable NewCartJson body) {
        Caller caller = asked.withoutQuery().caller();
        Cart cart = carts.create(caller, asked.key(), Body.of(body).read()).orElseThrow();
        return Replies.created(path(cart), CartJson.of(cart), cart.version());
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<State> state = query.word("state", State.class);
        Carts.CartQuery wanted =
                query.settle(new Carts.CartQuery(query.vendor(), state.map(State.PAUSED::equals), query.page(CURSOR)));
        return Replies.ok(PageJson.of(
                carts.find(asked.caller(), wanted).orElseThrow(), CURSOR, CartListJson.CartSummaryJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Carts.CartView view = carts.get(caller, cart(asked, id)).orElseThrow();
        return Replies.ok(
                CartJson.of(view, texts.of(view.cart().vendor(), caller.language())),
                view.cart().version());
    }

    @POST
    @Path("{id}/lines")
    public Response addLine(@BeanParam Asked asked, @PathParam("id") String id, CartBody.@Nullable NewLineJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId target = cart(asked, id);
        Carts.NewLine line = Body.of(body).read();
        Cart cart = carts.addLine(caller, asked.key(), target, line).orElseThrow();
        // A new line is the last one of its article; a plain one that was there already is its only one.
        String added = cart.lines().stream()
                .filter(known ->
                        known.sku().equals(line.sku()) && known.recipient().equals(line.recipient()))
                .map(known -> "/lines/" + known.id().value())
                .reduce("", (before, last) -> last);
        return Replies.created(path(cart) + added, CartJson.of(cart), cart.version());
    }

    @PUT
    @Path("{id}/lines/{lineId}")
    public Response changeLine(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("lineId") String lineId,
            CartBody.@Nullable ChangedLineJson body) {
        CartId target = cart(asked, id);
        LineId line = line(lineId);
        return change(asked, target, line, Body.of(body).read());
    }

    @DELETE
    @Path("{id}/lines/{lineId}")
    public Response removeLine(@BeanParam Asked asked, @PathParam("id") String id, @PathParam("lineId") String lineId) {
        return change(asked, cart(asked, id), line(lineId), 0);
    }

    /** The answers of a configured line, and whom it is for (H27). */
    @PUT
    @Path("{id}/lines/{lineId}/configuration")
    public Response configureLine(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("lineId") String lineId,
            CartBody.@Nullable LineConfigurationJson body) {
        CartId target = cart(asked, id);
        LineId line = line(lineId);
        Caller caller = asked.withoutQuery().caller();
        var configuration = Body.of(body).read();
        Cart cart = carts.configureLine(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        line,
                        configuration.answers(),
                        configuration.recipient())
                .orElseThrow();
        return Replies.ok(CartJson.of(cart), cart.version());
    }

    /** Lays it aside (D23). */
    @POST
    @Path("{id}/pause")
    public Response pause(@BeanParam Asked asked, @PathParam("id") String id) {
        Cart cart = carts.pause(asked.withoutQuery().caller(), asked.key(), cart(asked, id), asked.expectedVersion())
                .orElseThrow();
        return Replies.ok(CartJson.of(cart), cart.version());
    }

    /** Takes it up again, and tells what is different. */
    @POST
    @Path("{id}/resume")
    public Response resume(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Carts.Resumed resumed = carts.resume(caller, asked.key(), cart(asked, id), asked.expectedVersion())
                .orElseThrow();
        Cart cart = resumed.view().cart();
        return Replies.ok(
                CartListJson.ResumedCartJson.of(resumed, texts.of(cart.vendor(), caller.language())), cart.version());
    }

    /** Hands it over to a colleague. */
    @PUT
    @Path("{id}/owner")
    public Response handOver(
            @BeanParam Asked asked, @PathParam("id") String id, CartBody.@Nullable CartOwnerJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId target = cart(asked, id);
        Cart cart = carts.handOver(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        Body.of(body).read())
                .orElseThrow();
        return Replies.ok(CartJson.of(cart), cart.version());
    }

    @PUT
    @Path("{id}/delivery")
    public Response setDelivery(@BeanParam Asked asked, @PathParam("id") String id, @Nullable DeliveryJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId target = cart(asked, id);
        Faults faults = new Faults();
        DeliveryChoice delivery = faults.settle(Body.of(body)
                .read(faults, "", () -> account(caller).deliveries().get(0).address()));
        Cart cart = carts.setDelivery(caller, asked.key(), target, asked.expectedVersion(), delivery)
                .orElseThrow();
        return Replies.ok(CartJson.of(cart), cart.version());
    }

    /** Says whose order it is to be (D10). */
    @PUT
    @Path("{id}/person")
    public Response setPerson(
            @BeanParam Asked asked, @PathParam("id") String id, CartBody.@Nullable CartPersonJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId target = cart(asked, id);
        Cart cart = carts.setPerson(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        Body.of(body).read())
                .orElseThrow();
        return Replies.ok(CartJson.of(cart), cart.version());
    }

    @POST
    @Path("{id}/checkout")
    public Response checkout(@BeanParam Asked asked, @PathParam("id") String id, @Nullable CheckoutJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId target = cart(asked, id);
        Faults faults = new Faults();
        Checkout checkout = faults.settle(Body.of(body).read(faults, () -> account(caller)));
        Order order = carts.checkout(caller, asked.key(), target, checkout).orElseThrow();
        return Replies.created(
                "orders/" + order.id().value(),
                OrderJson.of(order, texts.of(order.vendor(), caller.language())),
                order.version());
    }

    private Response change(Asked asked, CartId target, LineId line, int quantity) {
        Cart cart = carts.changeLine(
                        asked.withoutQuery().caller(), asked.key(), target, asked.expectedVersion(), line, quantity)
                .orElseThrow();
        return Replies.ok(CartJson.of(cart), cart.version());
    }

    private Account account(Caller caller) {
        return accounts.current(caller).orElseThrow();
    }

    private static LineId line(String id) {
        if (!LineId.isValid(id)) {
            throw new RefusedException(Refusal.notFound("line"));
        }
        return new LineId(id);
    }

    private static CartId cart(Asked asked, String id) {
        return new CartId(asked.id("cart", id));
    }

    private static String path(Cart cart) {
        return "carts/" + cart.id().value();
    }
}
