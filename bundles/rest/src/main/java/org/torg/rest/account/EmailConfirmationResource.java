package org.torg.rest.account;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.People;
import org.torg.api.account.UserId;
import org.torg.rest.Resource;
import org.torg.rest.account.PasswordJson.SecretJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.RemoteAddresses;

/** Confirms a new e-mail, by the secret of its link. Says nothing. */
@Component(service = Resource.class)
@Path("email-confirmations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EmailConfirmationResource implements Resource {

    private final People people;
    private final RemoteAddresses addresses;

    @Activate
    public EmailConfirmationResource(@Reference People people, @Reference RemoteAddresses addresses) {
        this.people = people;
        this.addresses = addresses;
    }

    @POST
    public Response confirm(@BeanParam Asked asked, @Context HttpServletRequest request, @Nullable SecretJson body) {
        String secret = Body.of(body).read();
        UserId unused = people.confirmEmail(asked.withoutQuery().caller(), secret, addresses.of(request))
                .orElseThrow();
        return Response.noContent().build();
    }
}
