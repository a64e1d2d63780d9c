package org.torg.rest.cart;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.FollowingCarts;
import org.torg.api.cart.FollowingCarts.Following;
import org.torg.api.cart.FollowingCarts.Source;
import org.torg.api.order.OrderId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.pricing.AnswerJson;

/** Another order for the same patient (D22). */
@Component(service = Resource.class)
@Path("following-carts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class FollowingCartResource implements Resource {

    private static final int ID = 64;

    private final FollowingCarts carts;
    private final MessageText texts;

    @Activate
    public FollowingCartResource(@Reference FollowingCarts carts, @Reference MessageText texts) {
        this.carts = carts;
        this.texts = texts;
    }

    /**
     * What is followed: an order or a cart.
     *
     * @param recipient only of this one; of all when absent
     * @param withLines whether the lines for them are copied
     */
    public record NewFollowingCartJson(
            Optional<String> order, Optional<String> cart, Optional<String> recipient, Optional<Boolean> withLines) {

        record Read(Source source, Optional<RecipientId> recipient, boolean withLines) {}

        Read read() {
            Faults faults = new Faults();
            faults.holds(
                    order.isPresent() != cart.isPresent(), "", "source-invalid", "Name either an order or a cart.");
            Optional<Source> source = faults.text("/order", order, ID)
                    .<Source>map(id -> new Source.OfOrder(new OrderId(id)))
                    .or(() -> faults.text("/cart", cart, ID).map(id -> new Source.OfCart(new CartId(id))));
            return faults.settle(new Read(
                    source.orElseGet(() -> new Source.OfCart(new CartId("-"))),
                    AnswerJson.recipient(faults, "/recipient", recipient),
                    withLines.orElse(false)));
        }
    }

    /** @param recipients for whom the new cart's lines are to be */
    public record FollowingCartJson(CartJson cart, List<String> recipients, List<ReuseJson.ReusedLineJson> lines) {}

    @POST
    public Response open(@BeanParam Asked asked, @Nullable NewFollowingCartJson body) {
        Caller caller = asked.withoutQuery().caller();
        NewFollowingCartJson.Read read = Body.of(body).read();
        Following following = carts.open(caller, asked.key(), read.source(), read.recipient(), read.withLines())
                .orElseThrow();
        Cart cart = following.reuse().view().cart();
        ReuseJson reuse = ReuseJson.of(following.reuse(), texts.of(cart.vendor(), caller.language()));
        return Replies.created(
                "carts/" + cart.id().value(),
                new FollowingCartJson(
                        reuse.cart(),
                        following.recipients().stream().map(RecipientId::value).toList(),
                        reuse.lines()),
                cart.version());
    }
}
