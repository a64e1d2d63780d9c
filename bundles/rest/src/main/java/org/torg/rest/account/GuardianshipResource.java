package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.UserId;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.CareJson;
import org.torg.rest.account.PeopleJson.GuardianshipJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Who acts for somebody in their care. */
@Component(service = Resource.class)
@Path("people/{guardian}/dependants/{dependant}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class GuardianshipResource implements Resource {

    private final People people;

    @Activate
    public GuardianshipResource(@Reference People people) {
        this.people = people;
    }

    @PUT
    public Response guard(
            @BeanParam Asked asked,
            @PathParam("guardian") String guardian,
            @PathParam("dependant") String dependant,
            @Nullable CareJson body) {
        UserId carer = TeamRoutes.user(asked.withoutQuery(), guardian);
        UserId other = TeamRoutes.user(asked, dependant);
        CareJson.Care care = Body.of(body).read();
        Guardianship made = people.guard(asked.caller(), asked.key(), carer, other, care.until(), care.proof())
                .orElseThrow();
        return Replies.ok(GuardianshipJson.of(made));
    }

    @DELETE
    public Response end(
            @BeanParam Asked asked, @PathParam("guardian") String guardian, @PathParam("dependant") String dependant) {
        UserId carer = TeamRoutes.user(asked.withoutQuery(), guardian);
        Guardianship ended = people.endGuard(asked.caller(), carer, TeamRoutes.user(asked, dependant))
                .orElseThrow();
        return Replies.ok(GuardianshipJson.of(ended));
    }
}
