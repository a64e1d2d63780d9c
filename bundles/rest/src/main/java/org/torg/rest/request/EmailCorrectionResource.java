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
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.RemoteAddresses;
import org.torg.rest.pricing.PriceRequestJson;

/** The public form of those whose e-mail is not the one on file (D05). */
@Component(service = Resource.class)
@Path("email-corrections")
@Produces(MediaType.APPLICATION_JSON)
public final class EmailCorrectionResource implements Resource {

    private final CustomerRequests requests;
    private final RemoteAddresses addresses;

    @Activate
    public EmailCorrectionResource(@Reference CustomerRequests requests, @Reference RemoteAddresses addresses) {
        this.requests = requests;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable EmailCorrectionJson body) {
        var unused = requests.askAsStranger(
                        asked.withoutQuery().caller(), Body.of(body).read(), addresses.of(request))
                .orElseThrow();
        return Response.accepted().build();
    }

    /** @param vendor may be left out where the tenant has one only */
    public record EmailCorrectionJson(
            Optional<String> vendor,
            Optional<String> company,
            Optional<String> name,
            Optional<String> oldEmail,
            Optional<String> newEmail) {

        private Content.EmailOnFile read() {
            Faults faults = new Faults();
            return faults.settle(new Content.EmailOnFile(
                    PriceRequestJson.vendor(faults, "/vendor", vendor),
                    faults.requiredText("/company", company, 200),
                    faults.requiredText("/name", name, 200),
                    email(faults, "/oldEmail", oldEmail),
                    email(faults, "/newEmail", newEmail)));
        }

        private static String email(Faults faults, String at, Optional<String> value) {
            return faults.email(at, Optional.of(faults.required(at, value, ""))).orElse("");
        }
    }
}
