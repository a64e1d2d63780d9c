package org.torg.rest.recipient;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Patients and end users of the location at which the caller is. */
@Component(service = Resource.class)
@Path("recipients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class RecipientResource implements Resource {

    private static final Cursor CURSOR = new Cursor("recipients");

    private final Recipients recipients;
    private final MessageText texts;

    @Activate
    public RecipientResource(@Reference Recipients recipients, @Reference MessageText texts) {
        this.recipients = recipients;
        this.texts = texts;
    }

    @GET
    public Response all(@BeanParam Asked asked) {
        Query query = asked.query();
        PageRequest page = query.settle(query.page(CURSOR));
        return Replies.ok(PageJson.of(
                recipients.find(asked.caller(), Optional.empty(), page).orElseThrow(),
                CURSOR,
                one -> RecipientJson.of(one, texts.of(asked.language()))));
    }

    @POST
    public Response add(@BeanParam Asked asked, RecipientBody.@Nullable NewRecipientJson body) {
        Caller caller = asked.withoutQuery().caller();
        RecipientBody.NewRecipientJson known = Body.of(body).read();
        Recipient added = recipients
                .add(caller, asked.key(), known.name().orElse(""), known.reference(), known.identityNumber())
                .orElseThrow();
        return Replies.created(
                "recipients/" + added.id().value(),
                RecipientJson.of(added, texts.of(caller.language())),
                added.version());
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        Recipient found = recipients.get(caller, recipient(asked, id)).orElseThrow();
        return Replies.ok(RecipientJson.of(found, texts.of(caller.language())), found.version());
    }

    @PUT
    @Path("{id}")
    public Response edit(
            @BeanParam Asked asked, @PathParam("id") String id, RecipientBody.@Nullable NewRecipientJson body) {
        Caller caller = asked.withoutQuery().caller();
        RecipientId target = recipient(asked, id);
        RecipientBody.NewRecipientJson known = Body.of(body).read();
        Recipient edited = recipients
                .edit(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        known.name().orElse(""),
                        known.reference(),
                        known.identityNumber())
                .orElseThrow();
        return Replies.ok(RecipientJson.of(edited, texts.of(caller.language())), edited.version());
    }

    private static RecipientId recipient(Asked asked, String id) {
        return new RecipientId(asked.id("recipient", id));
    }
}
