package org.torg.rest.approval;

import java.util.Optional;
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
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.Approvals;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Order;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.order.OrderJson;

/** What was asked of a second person, and what they say. */
@Component(service = Resource.class)
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ApprovalResource implements Resource {

    private static final Cursor CURSOR = new Cursor("approvals");

    private final Approvals approvals;
    private final MessageText texts;

    @Activate
    public ApprovalResource(@Reference Approvals approvals, @Reference MessageText texts) {
        this.approvals = approvals;
        this.texts = texts;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<Approvals.State> state = query.word("state", Approvals.State.class);
        PageRequest page = query.page(CURSOR);
        return Replies.ok(PageJson.of(
                approvals.find(asked.caller(), state, query.settle(page)).orElseThrow(), CURSOR, ApprovalJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        return reply(approvals
                .get(asked.withoutQuery().caller(), approval(asked, id))
                .orElseThrow());
    }

    /** Places the order. */
    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(
            @BeanParam Asked asked, @PathParam("id") String id, ApprovalBody.@Nullable ApproveJson body) {
        Caller caller = asked.withoutQuery().caller();
        ApprovalId target = approval(asked, id);
        Order order = approvals
                .approve(caller, asked.key(), target, Body.of(body).read())
                .orElseThrow();
        return Replies.created(
                "orders/" + order.id().value(),
                OrderJson.of(order, texts.of(order.vendor(), caller.language())),
                order.version());
    }

    @POST
    @Path("{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decline(
            @BeanParam Asked asked, @PathParam("id") String id, ApprovalBody.@Nullable DeclineJson body) {
        Caller caller = asked.withoutQuery().caller();
        ApprovalId target = approval(asked, id);
        return reply(approvals
                .decline(caller, asked.key(), target, Body.of(body).read())
                .orElseThrow());
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@BeanParam Asked asked, @PathParam("id") String id) {
        return reply(approvals
                .withdraw(asked.withoutQuery().caller(), asked.key(), approval(asked, id))
                .orElseThrow());
    }

    private static Response reply(Approval approval) {
        return Replies.ok(ApprovalJson.of(approval));
    }

    private static ApprovalId approval(Asked asked, String id) {
        return new ApprovalId(asked.id("approval", id));
    }
}
