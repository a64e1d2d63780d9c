package org.torg.rest.module;

import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.module.ModuleSets;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** What a vendor is made of, for its staff. */
@Component(service = Resource.class)
@Path("vendors/{id}/modules")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ModuleResource implements Resource {

    private final ModuleSets sets;
    private final MessageText texts;

    @Activate
    public ModuleResource(@Reference ModuleSets sets, @Reference MessageText texts) {
        this.sets = sets;
        this.texts = texts;
    }

    @GET
    public Response overview(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        VendorId vendor = GenerationResource.vendor(id);
        return Replies.ok(
                ModulesJson.of(sets.overview(caller, vendor).orElseThrow(), texts.of(vendor, caller.language())));
    }
}
