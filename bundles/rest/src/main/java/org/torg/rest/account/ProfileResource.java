package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.People;
import org.torg.api.account.People.Profile;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.ProfileJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** One's own details. */
@Component(service = Resource.class)
@Path("people/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class ProfileResource implements Resource {

    private final People people;

    @Activate
    public ProfileResource(@Reference People people) {
        this.people = people;
    }

    @GET
    public Response profile(@BeanParam Asked asked) {
        return profile(people.profile(asked.withoutQuery().caller()).orElseThrow());
    }

    @PUT
    public Response edit(@BeanParam Asked asked, @Nullable ProfileJson body) {
        Profile wanted = Body.of(body).read();
        return profile(people.editProfile(asked.withoutQuery().caller(), asked.key(), asked.expectedVersion(), wanted)
                .orElseThrow());
    }

    private static Response profile(Profile profile) {
        return Replies.ok(ProfileJson.of(profile), profile.version());
    }
}
