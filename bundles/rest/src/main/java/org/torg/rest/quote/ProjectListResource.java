package org.torg.rest.quote;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quotes;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Project lists, up to asking for a quote. */
@Component(service = Resource.class)
@Path("project-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class ProjectListResource implements Resource {

    private static final Cursor CURSOR = new Cursor("project-lists");

    private final ProjectLists lists;
    private final Quotes quotes;
    private final MessageText texts;

    @Activate
    public ProjectListResource(@Reference ProjectLists lists, @Reference Quotes quotes, @Reference MessageText texts) {
        this.lists = lists;
        this.quotes = quotes;
        this.texts = texts;
    }

    @POST
    public Response create(@BeanParam Asked asked, ProjectListBody.@Nullable NewProjectListJson body) {
        Caller caller = asked.withoutQuery().caller();
        ProjectListBody.NewProjectListJson.Read read = Body.of(body).read();
        return created(lists.create(caller, asked.key(), read.vendor(), read.name(), read.lines())
                .orElseThrow());
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<VendorId> vendor = query.vendor();
        PageRequest page = query.page(CURSOR);
        return Replies.ok(PageJson.of(
                lists.find(asked.caller(), vendor, query.settle(page)).orElseThrow(),
                CURSOR,
                ProjectListJson.ProjectListOverviewJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        return reply(lists.get(asked.withoutQuery().caller(), list(asked, id)).orElseThrow());
    }

    @PUT
    @Path("{id}")
    public Response rename(
            @BeanParam Asked asked, @PathParam("id") String id, ProjectListBody.@Nullable ProjectListNameJson body) {
        Caller caller = asked.withoutQuery().caller();
        return reply(lists.rename(
                        caller,
                        asked.key(),
                        list(asked, id),
                        asked.expectedVersion(),
                        Body.of(body).read())
                .orElseThrow());
    }

    @DELETE
    @Path("{id}")
    public Response delete(@BeanParam Asked asked, @PathParam("id") String id) {
        lists.delete(asked.withoutQuery().caller(), asked.key(), list(asked, id), asked.expectedVersion())
                .orElseThrow();
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/lines")
    public Response add(
            @BeanParam Asked asked, @PathParam("id") String id, ProjectListBody.@Nullable NewProjectLinesJson body) {
        Caller caller = asked.withoutQuery().caller();
        return reply(
                lists.add(caller, asked.key(), list(asked, id), Body.of(body).read())
                        .orElseThrow());
    }

    @PUT
    @Path("{id}/lines/{lineId}")
    public Response change(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("lineId") String lineId,
            ProjectListBody.@Nullable ChangedProjectLineJson body) {
        ProjectListId target = list(asked, id);
        LineId line = line(lineId);
        ProjectListBody.ChangedProjectLineJson.Read read = Body.of(body).read();
        return change(asked, target, line, read);
    }

    @DELETE
    @Path("{id}/lines/{lineId}")
    public Response remove(@BeanParam Asked asked, @PathParam("id") String id, @PathParam("lineId") String lineId) {
        return change(
                asked,
                list(asked, id),
                line(lineId),
                new ProjectListBody.ChangedProjectLineJson.Read(0, Optional.empty(), Optional.empty()));
    }

    private Response change(
            Asked asked, ProjectListId target, LineId line, ProjectListBody.ChangedProjectLineJson.Read read) {
        return reply(lists.change(
                        asked.withoutQuery().caller(),
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        line,
                        read.quantity(),
                        read.answers(),
                        read.note())
                .orElseThrow());
    }

    /** Moves or copies lines to another list, which is answered. */
    @POST
    @Path("{id}/transfer")
    public Response transfer(
            @BeanParam Asked asked, @PathParam("id") String id, ProjectListBody.@Nullable TransferJson body) {
        Caller caller = asked.withoutQuery().caller();
        ProjectListBody.TransferJson.Read read = Body.of(body).read();
        return reply(lists.transfer(caller, asked.key(), list(asked, id), read.to(), read.lines(), read.keep())
                .orElseThrow());
    }

    /** Puts lines into a cart (L17). */
    @POST
    @Path("{id}/cart")
    public Response fillCart(
            @BeanParam Asked asked, @PathParam("id") String id, ProjectListBody.@Nullable FillCartJson body) {
        Caller caller = asked.withoutQuery().caller();
        ProjectListBody.FillCartJson.Read read = Body.of(body).read();
        ProjectListId source = list(asked, id);
        ProjectLists.CartFilled filled = lists.fillCart(caller, asked.key(), source, read.lines(), read.cart())
                .orElseThrow();
        return Replies.created(
                "carts/" + filled.cart().value(),
                ProjectListJson.CartFilledJson.of(filled, texts.of(caller.language())));
    }

    /** Puts lines of a cart at the end of the list. */
    @POST
    @Path("{id}/from-cart")
    public Response addFromCart(
            @BeanParam Asked asked, @PathParam("id") String id, ProjectListBody.@Nullable LinesOfCartJson body) {
        Caller caller = asked.withoutQuery().caller();
        ProjectListBody.LinesOfCartJson.Read read = Body.of(body).read();
        ProjectLists.ListFilled filled = lists.addFromCart(
                        caller, asked.key(), list(asked, id), read.cart(), read.lines())
                .orElseThrow();
        return Replies.ok(
                ProjectListJson.ListFilledJson.of(filled, texts.of(caller.language())),
                filled.list().version());
    }

    @POST
    @Path("{id}/copy")
    public Response copy(
            @BeanParam Asked asked, @PathParam("id") String id, ProjectListBody.@Nullable ProjectListNameJson body) {
        Caller caller = asked.withoutQuery().caller();
        return created(
                lists.copy(caller, asked.key(), list(asked, id), Body.of(body).read())
                        .orElseThrow());
    }

    /** Asks for a quote (L14). */
    @POST
    @Path("{id}/quote")
    public Response ask(@BeanParam Asked asked, @PathParam("id") String id, QuoteBody.@Nullable QuoteRequestJson body) {
        Caller caller = asked.withoutQuery().caller();
        QuoteBody.QuoteRequestJson.Read read = Body.of(body).read();
        Quote quote = quotes.request(caller, asked.key(), list(asked, id), read.destination(), read.message())
                .orElseThrow();
        return Replies.created(
                "quotes/" + quote.id().value(),
                QuoteJson.of(quote, texts.of(quote.vendor(), caller.language())),
                quote.version());
    }

    private static Response created(ProjectList list) {
        return Replies.created("project-lists/" + list.id().value(), ProjectListJson.of(list), list.version());
    }

    private static Response reply(ProjectList list) {
        return Replies.ok(ProjectListJson.of(list), list.version());
    }

    private static LineId line(String id) {
        if (!LineId.isValid(id)) {
            throw new RefusedException(Refusal.notFound("line"));
        }
        return new LineId(id);
    }

    private static ProjectListId list(Asked asked, String id) {
        return new ProjectListId(asked.id("project-list", id));
    }
}
