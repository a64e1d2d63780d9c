package org.torg.rest.module;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The numbered module sets of a vendor, and the next one, for its staff. Files come from the tenant's module folder only: nothing is uploaded. */
@Component(service = Resource.class)
@Path("vendors/{id}/generations")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class GenerationResource implements Resource {

    private static final Cursor CURSOR = new Cursor("generations");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,18}");

    private final ModuleSets sets;

    @Activate
    public GenerationResource(@Reference ModuleSets sets) {
        this.sets = sets;
    }

    @GET
    public Response generations(@BeanParam Asked asked, @PathParam("id") String id) {
        Query query = asked.query();
        PageRequest page = query.page(CURSOR);
        if (page.after().filter(after -> !GENERATION.matcher(after).matches()).isPresent()) {
            query.fault("after", "cursor-invalid", "This is not a cursor of this list.");
        }
        return Replies.ok(PageJson.of(
                sets.generations(asked.caller(), vendor(id), query.settle(page)).orElseThrow(),
                CURSOR,
                ModuleSetJson::of));
    }

    /** Publishes the next generation. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(@BeanParam Asked asked, @PathParam("id") String id, @Nullable PublicationJson body) {
        Caller caller = asked.withoutQuery().caller();
        VendorId vendor = vendor(id);
        PublicationJson.Wanted wanted = Body.of(body).read();
        Outcome<ModuleSet> outcome = publish(caller, asked.key(), vendor, wanted);
        if (outcome instanceof Outcome.Refused<ModuleSet> refused) {
            throw new RefusedException(PublicationJson.pointing(refused.refusal()));
        }
        return Replies.created("vendors/" + vendor.value() + "/modules", ModuleSetJson.of(outcome.orElseThrow()));
    }

    private Outcome<ModuleSet> publish(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, PublicationJson.Wanted wanted) {
        if (wanted instanceof PublicationJson.Wanted.Activate activate) {
            return sets.activate(caller, key, vendor, activate.activation());
        }
        return sets.rollback(caller, key, vendor, ((PublicationJson.Wanted.Rollback) wanted).generation());
    }

    static VendorId vendor(String id) {
        if (!ID.matcher(id).matches()) {
            throw new RefusedException(Refusal.notFound("vendor"));
        }
        return new VendorId(id);
    }
}
