package org.torg.rest.favourite;

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
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.rest.Resource;
import org.torg.rest.cart.ReuseJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Favourites, from saving one to a cart that is filled from it. */
@Component(service = Resource.class)
@Path("favourites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class FavouriteResource implements Resource {

    private static final Cursor CURSOR = new Cursor("favourites");
    private static final int TEXT = 200;
    private static final int SKU = 40;

    private final Favourites favourites;
    private final MessageText texts;

    @Activate
    public FavouriteResource(@Reference Favourites favourites, @Reference MessageText texts) {
        this.favourites = favourites;
        this.texts = texts;
    }

    @POST
    public Response save(@BeanParam Asked asked, FavouriteBody.@Nullable NewFavouriteJson body) {
        Caller caller = asked.withoutQuery().caller();
        FavouriteBody.NewFavouriteJson.Read read = Body.of(body).read();
        return created(favourites
                .save(caller, asked.key(), read.vendor(), read.name(), read.sharing(), read.lines())
                .orElseThrow());
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<Sku> sku = query.text("sku", SKU)
                .filter(value -> {
                    if (!Sku.isValid(value)) {
                        query.fault("sku", "sku-invalid", "This is not an article number.");
                    }
                    return Sku.isValid(value);
                })
                .map(Sku::new);
        Favourites.Query wanted = query.settle(new Favourites.Query(
                query.vendor(),
                query.text("text", TEXT),
                sku,
                query.word("sharing", Sharing.class),
                query.page(CURSOR)));
        return Replies.ok(PageJson.of(
                favourites.find(asked.caller(), wanted).orElseThrow(),
                CURSOR,
                FavouriteJson.FavouriteOverviewJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        return reply(favourites
                .get(asked.withoutQuery().caller(), favourite(asked, id))
                .orElseThrow());
    }

    @PUT
    @Path("{id}")
    public Response edit(
            @BeanParam Asked asked, @PathParam("id") String id, FavouriteBody.@Nullable EditedFavouriteJson body) {
        Caller caller = asked.withoutQuery().caller();
        FavouriteId target = favourite(asked, id);
        FavouriteBody.EditedFavouriteJson.Read read = Body.of(body).read();
        return reply(favourites
                .edit(caller, asked.key(), target, asked.expectedVersion(), read.name(), read.sharing())
                .orElseThrow());
    }

    @DELETE
    @Path("{id}")
    public Response delete(@BeanParam Asked asked, @PathParam("id") String id) {
        favourites
                .delete(asked.withoutQuery().caller(), asked.key(), favourite(asked, id), asked.expectedVersion())
                .orElseThrow();
        return Response.noContent().build();
    }

    @PUT
    @Path("{id}/lines/{lineId}")
    public Response changeLine(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("lineId") String lineId,
            FavouriteBody.@Nullable ChangedFavouriteLineJson body) {
        FavouriteId target = favourite(asked, id);
        LineId line = line(lineId);
        FavouriteBody.ChangedFavouriteLineJson.Read read = Body.of(body).read();
        return change(asked, target, line, read.quantity(), read.answers());
    }

    @DELETE
    @Path("{id}/lines/{lineId}")
    public Response removeLine(@BeanParam Asked asked, @PathParam("id") String id, @PathParam("lineId") String lineId) {
        return change(asked, favourite(asked, id), line(lineId), 0, Optional.empty());
    }

    /** Puts it into a cart; {@code If-Match} is about the cart. */
    @POST
    @Path("{id}/use")
    public Response use(
            @BeanParam Asked asked, @PathParam("id") String id, FavouriteBody.@Nullable FavouriteUseJson body) {
        Caller caller = asked.withoutQuery().caller();
        FavouriteId target = favourite(asked, id);
        Favourites.Use use = Body.of(body).read(asked.expectedVersion());
        Reuse reuse = favourites.use(caller, asked.key(), target, use).orElseThrow();
        Cart cart = reuse.view().cart();
        ReuseJson told = ReuseJson.of(reuse, texts.of(cart.vendor(), caller.language()));
        return use.cart().isPresent()
                ? Replies.ok(told, cart.version())
                : Replies.created("carts/" + cart.id().value(), told, cart.version());
    }

    private Response change(Asked asked, FavouriteId target, LineId line, int quantity, Optional<Answers> answers) {
        return reply(favourites
                .change(
                        asked.withoutQuery().caller(),
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        line,
                        quantity,
                        answers)
                .orElseThrow());
    }

    static Response created(Favourite favourite) {
        return Replies.created(
                "favourites/" + favourite.id().value(), FavouriteJson.of(favourite), favourite.version());
    }

    private static Response reply(Favourite favourite) {
        return Replies.ok(FavouriteJson.of(favourite), favourite.version());
    }

    private static LineId line(String id) {
        if (!LineId.isValid(id)) {
            throw new RefusedException(Refusal.notFound("line"));
        }
        return new LineId(id);
    }

    private static FavouriteId favourite(Asked asked, String id) {
        return new FavouriteId(asked.id("favourite", id));
    }
}
