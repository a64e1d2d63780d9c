package org.torg.rest.account;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Passwords;
import org.torg.rest.Resource;
import org.torg.rest.account.PasswordJson.ForgottenJson;
import org.torg.rest.account.PasswordJson.SecretPasswordJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.RemoteAddresses;

/** Forgotten passwords: a link by mail, and the new password by its secret. Says nothing. */
@Component(service = Resource.class)
@Path("password-resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasswordResetResource implements Resource {

    private final Passwords passwords;
    private final RemoteAddresses addresses;

    @Activate
    public PasswordResetResource(@Reference Passwords passwords, @Reference RemoteAddresses addresses) {
        this.passwords = passwords;
        this.addresses = addresses;
    }

    @POST
    public Response forgotten(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable ForgottenJson body) {
        String email = Body.of(body).read();
        boolean unused = passwords
                .forgotten(asked.withoutQuery().caller(), email, addresses.of(request))
                .orElseThrow();
        return Response.accepted().build();
    }

    @PUT
    public Response reset(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable SecretPasswordJson body) {
        SecretPasswordJson.SecretPassword given = Body.of(body).read();
        boolean unused = passwords
                .reset(asked.withoutQuery().caller(), given.secret(), given.password(), addresses.of(request))
                .orElseThrow();
        return Response.noContent().build();
    }
}
