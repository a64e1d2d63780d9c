package org.torg.rest.account;

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
import org.torg.api.account.People;
import org.torg.api.account.People.Team;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.AccessJson;
import org.torg.rest.account.PeopleJson.NewMemberJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.SignedIn;

/** The people of an account. */
@Component(service = Resource.class)
@Path("accounts/{account}/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class AccountPeopleResource implements Resource {

    private final TeamRoutes routes;

    @Activate
    public AccountPeopleResource(@Reference People people) {
        this.routes = new TeamRoutes(people);
    }

    @GET
    public Response find(@BeanParam Asked asked, @PathParam("account") String account) {
        return routes.find(asked, asked.query(), team(asked, account));
    }

    /** Somebody who does not sign in. */
    @POST
    public Response addWithoutLogin(
            @BeanParam Asked asked, @PathParam("account") String account, @Nullable NewMemberJson body) {
        return routes.addWithoutLogin(
                asked.withoutQuery(), team(asked, account), "accounts/" + account + "/people", body);
    }

    @GET
    @Path("{user}")
    public Response get(@BeanParam Asked asked, @PathParam("account") String account, @PathParam("user") String user) {
        return routes.get(asked.withoutQuery(), team(asked, account), user);
    }

    @PUT
    @Path("{user}/rights")
    public Response setRights(
            @BeanParam Asked asked,
            @PathParam("account") String account,
            @PathParam("user") String user,
            @Nullable RightsJson body) {
        return routes.setRights(asked.withoutQuery(), team(asked, account), user, body);
    }

    @PUT
    @Path("{user}/access")
    public Response setAccess(
            @BeanParam Asked asked,
            @PathParam("account") String account,
            @PathParam("user") String user,
            @Nullable AccessJson body) {
        return routes.setAccess(asked.withoutQuery(), team(asked, account), user, body);
    }

    private static Team team(Asked asked, String account) {
        return new Team.OfAccount(new AccountId(asked.id("account", account)));
    }
}
