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
import org.torg.api.account.Caller;
import org.torg.api.account.Sessions;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** For which account, at which location and in whose name one acts (T05, D10, B02). */
@Component(service = Resource.class)
@Path("sessions/current")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class CurrentSessionResource implements Resource {

    private final Sessions sessions;

    @Activate
    public CurrentSessionResource(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @GET
    public Response get(@BeanParam Asked asked) {
        Caller caller = asked.withoutQuery().caller();
        return Replies.ok(CurrentSessionJson.of(sessions.current(caller).orElseThrow()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response choose(@BeanParam Asked asked, @Nullable ChoiceJson body) {
        Caller caller = asked.withoutQuery().caller();
        Sessions.Choice choice = Body.of(body).read();
        return Replies.ok(CurrentSessionJson.of(
                sessions.choose(caller, asked.token().orElse(""), choice).orElseThrow()));
    }
}
