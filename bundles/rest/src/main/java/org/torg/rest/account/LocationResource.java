package org.torg.rest.account;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The clinics, shops and branches of an account; the vendor's staff create them (H16). */
@Component(service = Resource.class)
@Path("accounts/{id}/locations")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class LocationResource implements Resource {

    private final Accounts accounts;

    @Activate
    public LocationResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    public Response list(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return Replies.ok(new PageJson<>(
                accounts.locations(caller, AccountResource.account(asked, id)).orElseThrow().stream()
                        .map(LocationJson::of)
                        .toList(),
                Optional.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @BeanParam Asked asked, @PathParam("id") String id, AccountBody.@Nullable NewLocationJson body) {
        Caller caller = asked.withoutQuery().caller();
        AccountId account = AccountResource.account(asked, id);
        Location location = accounts.addLocation(
                        caller, asked.key(), account, Body.of(body).read())
                .orElseThrow();
        return Replies.created(
                "accounts/" + account.value() + "/locations", LocationJson.of(location), location.version());
    }

    @PUT
    @Path("{locationId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("locationId") String locationId,
            AccountBody.@Nullable NewLocationJson body) {
        Caller caller = asked.withoutQuery().caller();
        AccountId account = AccountResource.account(asked, id);
        LocationId target = new LocationId(asked.id("location", locationId));
        Optional<Long> expected = asked.expectedVersion();
        Location location = accounts.editLocation(
                        caller,
                        asked.key(),
                        account,
                        target,
                        expected,
                        Body.of(body).read())
                .orElseThrow();
        return Replies.ok(LocationJson.of(location), location.version());
    }
}
