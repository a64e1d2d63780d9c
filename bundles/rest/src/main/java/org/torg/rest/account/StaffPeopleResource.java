package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
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
import org.torg.api.account.People;
import org.torg.api.account.People.Team;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.AccessJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Query;
import org.torg.rest.http.SignedIn;

/** The people of the back office: of a vendor, or of the tenant. */
@Component(service = Resource.class)
@Path("staff/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class StaffPeopleResource implements Resource {

    private final TeamRoutes routes;

    @Activate
    public StaffPeopleResource(@Reference People people) {
        this.routes = new TeamRoutes(people);
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        return routes.find(asked, query, team(query));
    }

    @GET
    @Path("{user}")
    public Response get(@BeanParam Asked asked, @PathParam("user") String user) {
        Query query = asked.query();
        return routes.get(asked, query.settle(team(query)), user);
    }

    @PUT
    @Path("{user}/rights")
    public Response setRights(@BeanParam Asked asked, @PathParam("user") String user, @Nullable RightsJson body) {
        Query query = asked.query();
        return routes.setRights(asked, query.settle(team(query)), user, body);
    }

    @PUT
    @Path("{user}/access")
    public Response setAccess(@BeanParam Asked asked, @PathParam("user") String user, @Nullable AccessJson body) {
        Query query = asked.query();
        return routes.setAccess(asked, query.settle(team(query)), user, body);
    }

    private static Team team(Query query) {
        return new Team.Staff(query.vendor());
    }
}
