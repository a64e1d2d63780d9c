package org.torg.rest.privacy;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.privacy.PersonalDataJson.HoldsJson;
import org.torg.rest.privacy.PersonalDataJson.PersonExportJson;
import org.torg.rest.privacy.PersonalDataJson.RegisterJson;

/** The rights of people about whom something is kept. {@code me} is who asks. */
@Component(service = Resource.class)
@Path("personal-data")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonalDataResource implements Resource {

    private final Privacy privacy;
    private final MessageText texts;

    @Activate
    public PersonalDataResource(@Reference Privacy privacy, @Reference MessageText texts) {
        this.privacy = privacy;
        this.texts = texts;
    }

    @GET
    @Path("register")
    public Response register(@BeanParam Asked asked) {
        return Replies.ok(RegisterJson.of(
                privacy.register(), texts.of(asked.withoutQuery().language())));
    }

    @GET
    @Path("{kind}/{id}")
    @SignedIn
    public Response export(@BeanParam Asked asked, @PathParam("kind") String kind, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return file(privacy.export(caller, subject(asked, kind, id)).orElseThrow());
    }

    @GET
    @Path("{kind}/{id}/holds")
    @SignedIn
    public Response holds(@BeanParam Asked asked, @PathParam("kind") String kind, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return Replies.ok(HoldsJson.of(
                privacy.holds(caller, subject(asked, kind, id)).orElseThrow(), texts.of(caller.language())));
    }

    @DELETE
    @Path("{kind}/{id}")
    @SignedIn
    public Response erase(@BeanParam Asked asked, @PathParam("kind") String kind, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Privacy.Erasure erasure =
                privacy.erase(caller, asked.key(), subject(asked, kind, id)).orElseThrow();
        return Replies.ok(HoldsJson.of(erasure.kept(), texts.of(caller.language())));
    }

    /** In a body: an address of a request stands in logs. */
    @POST
    @Path("address-exports")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response exportAddress(@BeanParam Asked asked, @Nullable KnownAddressJson body) {
        Caller caller = asked.withoutQuery().caller();
        return file(privacy.exportAddress(caller, Body.of(body).read()).orElseThrow());
    }

    @POST
    @Path("address-erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response eraseAddress(@BeanParam Asked asked, @Nullable KnownAddressJson body) {
        Caller caller = asked.withoutQuery().caller();
        Privacy.Erasure erasure =
                privacy.eraseAddress(caller, asked.key(), Body.of(body).read()).orElseThrow();
        return Replies.ok(HoldsJson.of(erasure.kept(), texts.of(caller.language())));
    }

    /** Whose data it is. */
    public record KnownAddressJson(Optional<String> email) {

        private String read() {
            Faults faults = new Faults();
            faults.required("/email", email, "");
            return faults.settle(faults.email("/email", email).orElse(""));
        }

        @Override
        public String toString() {
            return "KnownAddressJson";
        }
    }

    private static Response file(Privacy.Export export) {
        return Response.ok(PersonExportJson.of(export))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.json\"")
                .build();
    }

    private static Subject subject(Asked asked, String kind, String id) {
        return switch (kind) {
            case "people" -> new Subject.User(person(asked, id));
            case "recipients" -> new Subject.Patient(new RecipientId(asked.id("recipient", id)));
            default -> throw unknown();
        };
    }

    private static UserId person(Asked asked, String id) {
        return id.equals("me")
                ? asked.caller().user().orElseThrow(PersonalDataResource::unknown)
                : new UserId(asked.id("person", id));
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.notFound("person"));
    }
}
