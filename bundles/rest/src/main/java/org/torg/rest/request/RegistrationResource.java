package org.torg.rest.request;

import java.util.Optional;
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
import org.torg.api.account.Registrations;
import org.torg.api.account.UserId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.RemoteAddresses;
import org.torg.rest.http.Replies;

/** How customers come by themselves (H02, L12). */
@Component(service = Resource.class)
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RegistrationResource implements Resource {

    private final Registrations registrations;
    private final RemoteAddresses addresses;

    @Activate
    public RegistrationResource(@Reference Registrations registrations, @Reference RemoteAddresses addresses) {
        this.registrations = registrations;
        this.addresses = addresses;
    }

    @POST
    public Response register(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable RegistrationJson body) {
        var unused = registrations
                .register(asked.withoutQuery().caller(), Body.of(body).read(), addresses.of(request))
                .orElseThrow();
        return Response.accepted().build();
    }

    @POST
    @Path("confirm")
    public Response confirm(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable ConfirmationJson body) {
        ConfirmationJson.Confirmation confirmation = Body.of(body).read();
        UserId user = registrations
                .confirm(
                        asked.withoutQuery().caller(),
                        confirmation.secret(),
                        confirmation.password(),
                        addresses.of(request))
                .orElseThrow();
        return Replies.ok(new RegisteredJson(user.value()));
    }

    /** Who can sign in now. */
    public record RegisteredJson(String user) {}

    /** The secret of the link, and the password that the person chooses. */
    public record ConfirmationJson(Optional<String> secret, Optional<String> password) {

        private static final int LONGEST_SECRET = 100;

        record Confirmation(String secret, char[] password) {
            @Override
            public String toString() {
                return "Confirmation";
            }
        }

        @Override
        public String toString() {
            return "ConfirmationJson";
        }

        private Confirmation read() {
            Faults faults = new Faults();
            String link = faults.requiredText("/secret", secret, LONGEST_SECRET);
            return faults.settle(new Confirmation(link, faults.password("/password", password)));
        }
    }
}
