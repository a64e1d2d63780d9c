package org.torg.rest.account;

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
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.UserId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.RemoteAddresses;
import org.torg.rest.http.Replies;

/** The first administrator of a tenant, made with the secret of the link that its first start has written. */
@Component(service = Resource.class)
@Path("first-administrator")
@Produces(MediaType.APPLICATION_JSON)
public final class FirstAdministratorResource implements Resource {

    private final FirstAdministrator first;
    private final RemoteAddresses addresses;

    @Activate
    public FirstAdministratorResource(@Reference FirstAdministrator first, @Reference RemoteAddresses addresses) {
        this.first = first;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response claim(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable FirstAdministratorJson body) {
        FirstAdministratorJson.Claim claim = Body.of(body).read();
        UserId user = first.claim(
                        asked.withoutQuery().caller(),
                        claim.secret(),
                        claim.email(),
                        claim.name(),
                        claim.password(),
                        addresses.of(request))
                .orElseThrow();
        return Replies.created("sessions", new AdministratorJson(user.value()));
    }

    /** Who wants to become administrator. */
    public record FirstAdministratorJson(
            Optional<String> secret, Optional<String> email, Optional<String> name, Optional<String> password) {

        record Claim(String secret, String email, String name, char[] password) {
            @Override
            public String toString() {
                return "Claim";
            }
        }

        private Claim read() {
            Faults faults = new Faults();
            return faults.settle(new Claim(
                    faults.requiredText("/secret", secret, 100),
                    faults.requiredText("/email", email, 254),
                    faults.requiredText("/name", name, 200),
                    faults.password("/password", password)));
        }

        @Override
        public String toString() {
            return "FirstAdministratorJson";
        }
    }

    /** Who has become administrator. */
    public record AdministratorJson(String user) {}
}
