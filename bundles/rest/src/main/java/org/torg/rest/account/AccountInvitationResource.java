package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.torg.api.account.People;
import org.torg.api.account.People.Team;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.NewMemberJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.SignedIn;

/** Who was asked to join an account. */
@Component(service = Resource.class)
@Path("accounts/{account}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class AccountInvitationResource implements Resource {

    private final TeamRoutes routes;

    @Activate
    public AccountInvitationResource(@Reference People people) {
        this.routes = new TeamRoutes(people);
    }

    @GET
    public Response open(@BeanParam Asked asked, @PathParam("account") String account) {
        return routes.invitations(asked, asked.query(), team(asked, account));
    }

    @POST
    public Response invite(@BeanParam Asked asked, @PathParam("account") String account, @Nullable NewMemberJson body) {
        return routes.invite(asked.withoutQuery(), team(asked, account), "accounts/" + account + "/invitations", body);
    }

    /** A new link by mail. */
    @POST
    @Path("{invitation}/mails")
    public Response again(
            @BeanParam Asked asked, @PathParam("account") String account, @PathParam("invitation") String invitation) {
        return routes.again(asked.withoutQuery(), team(asked, account), invitation);
    }

    @DELETE
    @Path("{invitation}")
    public Response withdraw(
            @BeanParam Asked asked, @PathParam("account") String account, @PathParam("invitation") String invitation) {
        return routes.withdraw(asked.withoutQuery(), team(asked, account), invitation);
    }

    private static Team team(Asked asked, String account) {
        return new Team.OfAccount(new AccountId(asked.id("account", account)));
    }
}
