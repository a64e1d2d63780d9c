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
import org.torg.api.account.People;
import org.torg.api.account.People.Team;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.NewMemberJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Query;
import org.torg.rest.http.SignedIn;

/** Who was asked to join the back office. */
@Component(service = Resource.class)
@Path("staff/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class StaffInvitationResource implements Resource {

    private final TeamRoutes routes;

    @Activate
    public StaffInvitationResource(@Reference People people) {
        this.routes = new TeamRoutes(people);
    }

    @GET
    public Response open(@BeanParam Asked asked) {
        Query query = asked.query();
        return routes.invitations(asked, query, team(query));
    }

    @POST
    public Response invite(@BeanParam Asked asked, @Nullable NewMemberJson body) {
        Query query = asked.query();
        return routes.invite(asked, query.settle(team(query)), "staff/invitations", body);
    }

    /** A new link by mail. */
    @POST
    @Path("{invitation}/mails")
    public Response again(@BeanParam Asked asked, @PathParam("invitation") String invitation) {
        Query query = asked.query();
        return routes.again(asked, query.settle(team(query)), invitation);
    }

    @DELETE
    @Path("{invitation}")
    public Response withdraw(@BeanParam Asked asked, @PathParam("invitation") String invitation) {
        Query query = asked.query();
        return routes.withdraw(asked, query.settle(team(query)), invitation);
    }

    private static Team team(Query query) {
        return new Team.Staff(query.vendor());
    }
}
