package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.UserId;
import org.torg.rest.Resource;
import org.torg.rest.account.SecondFactorResource.SecondFactorJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Somebody's second factor, taken away by staff when the device is lost. */
@Component(service = Resource.class)
@Path("people/{id}/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class PersonSecondFactorResource implements Resource {

    private final SecondFactors factors;

    @Activate
    public PersonSecondFactorResource(@Reference SecondFactors factors) {
        this.factors = factors;
    }

    @DELETE
    public Response reset(@BeanParam Asked asked, @PathParam("id") String id) {
        UserId user = new UserId(asked.withoutQuery().id("person", id));
        return Replies.ok(
                SecondFactorJson.of(factors.reset(asked.caller(), user).orElseThrow()));
    }
}
