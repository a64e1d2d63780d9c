package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Passwords;
import org.torg.rest.Resource;
import org.torg.rest.account.PasswordJson.ChangedPasswordJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.SignedIn;

/** One's own password. */
@Component(service = Resource.class)
@Path("password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class PasswordResource implements Resource {

    private final Passwords passwords;

    @Activate
    public PasswordResource(@Reference Passwords passwords) {
        this.passwords = passwords;
    }

    @PUT
    public Response change(@BeanParam Asked asked, @Nullable ChangedPasswordJson body) {
        ChangedPasswordJson.ChangedPassword given = Body.of(body).read();
        boolean unused = passwords
                .change(
                        asked.withoutQuery().caller(),
                        asked.token().orElse(""),
                        given.current(),
                        given.password(),
                        given.withdrawTokens())
                .orElseThrow();
        return Response.noContent().build();
    }
}
