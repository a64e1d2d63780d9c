package org.torg.rest.vendor;

import java.util.List;
import java.util.regex.Pattern;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The vendors of this tenant, and the numbers that their staff edit. */
@Component(service = Resource.class)
@Path("vendors")
@Produces(MediaType.APPLICATION_JSON)
public final class VendorResource implements Resource {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Vendors vendors;
    private final MessageText texts;

    @Activate
    public VendorResource(@Reference Vendors vendors, @Reference MessageText texts) {
        this.vendors = vendors;
        this.texts = texts;
    }

    @GET
    public Response present(@BeanParam Asked asked) {
        Caller caller = asked.withoutQuery().caller();
        return Replies.shared(
                new VendorsJson(vendors.present().stream()
                        .map(vendor -> VendorsJson.vendor(vendor, caller))
                        .toList()),
                true);
    }

    @GET
    @Path("{id}/parameters")
    @SignedIn
    public Response parameters(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return sheet(vendors.parameters(caller, vendor(id)).orElseThrow(), caller);
    }

    /** Sets one parameter from a date on. */
    @PUT
    @Path("{id}/parameters")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response change(
            @BeanParam Asked asked, @PathParam("id") String id, ParametersJson.@Nullable ChangeJson body) {
        Caller caller = asked.withoutQuery().caller();
        VendorId vendor = vendor(id);
        return sheet(
                vendors.change(caller, asked.key(), vendor, Body.of(body).read())
                        .orElseThrow(),
                caller);
    }

    private Response sheet(Vendors.ParameterSheet sheet, Caller caller) {
        return Replies.ok(ParametersJson.of(sheet, texts.of(sheet.vendor(), caller.language())), sheet.generation());
    }

    private static VendorId vendor(String id) {
        if (!ID.matcher(id).matches()) {
            throw new RefusedException(Refusal.notFound("vendor"));
        }
        return new VendorId(id);
    }

    public record VendorsJson(List<VendorJson> items) {

        /** @param accent colour of its pages, {@code #rrggbb} */
        public record VendorJson(
                String id,
                String version,
                String name,
                SellerJson seller,
                String currency,
                List<String> markets,
                List<String> languages,
                String accent) {}

        private static VendorJson vendor(VendorDescriptor vendor, Caller caller) {
            return new VendorJson(
                    vendor.id().value(),
                    vendor.version(),
                    vendor.name().in(caller.language()),
                    SellerJson.of(vendor.seller()),
                    vendor.currency().getCode(),
                    vendor.markets(),
                    vendor.languages(),
                    vendor.accent());
        }
    }
}
