package org.torg.rest.pricing;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.pricing.Simulations;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** What a customer would pay, for staff. Changes nothing but the trail of who looked, so that it needs no key. */
@Component(service = Resource.class)
@Path("simulations")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class SimulationResource implements Resource {

    private final Simulations simulations;
    private final MessageText texts;

    @Activate
    public SimulationResource(@Reference Simulations simulations, @Reference MessageText texts) {
        this.simulations = simulations;
        this.texts = texts;
    }

    @POST
    @Path("prices")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response price(@BeanParam Asked asked, @Nullable SimulationRequestJson body) {
        Caller caller = asked.withoutQuery().caller();
        Simulations.Simulated simulated =
                simulations.price(caller, Body.of(body).read()).orElseThrow();
        return Replies.ok(
                SimulationJson.of(simulated, texts.of(simulated.priced().vendor(), caller.language())));
    }
}
