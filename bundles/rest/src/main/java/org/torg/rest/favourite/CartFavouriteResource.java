package org.torg.rest.favourite;

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
import org.torg.api.account.Caller;
import org.torg.api.cart.CartId;
import org.torg.api.favourite.Favourites;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.SignedIn;

/** Saves what is in a cart as a favourite (H46). */
@Component(service = Resource.class)
@Path("carts/{id}/favourites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class CartFavouriteResource implements Resource {

    private final Favourites favourites;

    @Activate
    public CartFavouriteResource(@Reference Favourites favourites) {
        this.favourites = favourites;
    }

    @POST
    public Response save(
            @BeanParam Asked asked, @PathParam("id") String id, FavouriteBody.@Nullable CartFavouriteJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId cart = new CartId(asked.id("cart", id));
        FavouriteBody.CartFavouriteJson.Read read = Body.of(body).read();
        return FavouriteResource.created(favourites
                .saveCart(caller, asked.key(), cart, read.lines(), read.name(), read.sharing())
                .orElseThrow());
    }
}
