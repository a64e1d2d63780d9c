package org.torg.rest.approval;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.cart.CartId;
import org.torg.api.order.Approvals;
import org.torg.api.order.Approvals.Approval;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Asks a second person to approve what is in a cart. */
@Component(service = Resource.class)
@Path("carts/{id}/approval")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class CartApprovalResource implements Resource {

    private final Approvals approvals;
    private final Accounts accounts;

    @Activate
    public CartApprovalResource(@Reference Approvals approvals, @Reference Accounts accounts) {
        this.approvals = approvals;
        this.accounts = accounts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @BeanParam Asked asked, @PathParam("id") String id, ApprovalBody.@Nullable ApprovalRequestJson body) {
        Caller caller = asked.withoutQuery().caller();
        CartId cart = new CartId(asked.id("cart", id));
        ApprovalBody.Asked what =
                Body.of(body).read(() -> accounts.current(caller).orElseThrow());
        Approval approval = approvals
                .ask(caller, asked.key(), cart, what.checkout(), what.message())
                .orElseThrow();
        return Replies.created("approvals/" + approval.id().value(), ApprovalJson.of(approval));
    }
}
