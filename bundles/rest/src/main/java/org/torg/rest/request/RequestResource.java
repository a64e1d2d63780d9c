package org.torg.rest.request;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** What customers ask for, and what staff decide about it. */
@Component(service = Resource.class)
@Path("requests")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class RequestResource implements Resource {

    private static final Cursor CURSOR = new Cursor("requests");

    private final CustomerRequests requests;

    @Activate
    public RequestResource(@Reference CustomerRequests requests) {
        this.requests = requests;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<State> state = query.word("state", State.class);
        PageRequest page = query.settle(query.page(CURSOR));
        return Replies.ok(
                PageJson.of(requests.find(asked.caller(), state, page).orElseThrow(), CURSOR, RequestJson::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@BeanParam Asked asked, @Nullable NewRequestJson body) {
        Caller caller = asked.withoutQuery().caller();
        CustomerRequest request =
                requests.ask(caller, asked.key(), Body.of(body).read()).orElseThrow();
        return Replies.created("requests/" + request.id(), RequestJson.of(request), request.version());
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        CustomerRequest request = requests.get(caller, asked.id("request", id)).orElseThrow();
        return Replies.ok(RequestJson.of(request), request.version());
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@BeanParam Asked asked, @PathParam("id") String id, @Nullable DecisionJson body) {
        Caller caller = asked.withoutQuery().caller();
        String target = asked.id("request", id);
        DecisionJson.Decision decision = Body.of(body).read();
        CustomerRequest request = requests.decide(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        decision.approve(),
                        decision.reason(),
                        decision.person())
                .orElseThrow();
        return Replies.ok(RequestJson.of(request), request.version());
    }
}
