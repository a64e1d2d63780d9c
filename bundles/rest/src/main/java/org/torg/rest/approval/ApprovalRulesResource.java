package org.torg.rest.approval;

import java.util.List;
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
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** When an account's orders need a second person. */
@Component(service = Resource.class)
@Path("accounts/{id}/approval-rules")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ApprovalRulesResource implements Resource {

    private final Approvals approvals;

    @Activate
    public ApprovalRulesResource(@Reference Approvals approvals) {
        this.approvals = approvals;
    }

    @GET
    public Response rules(@BeanParam Asked asked, @PathParam("id") String id) {
        return reply(approvals
                .rules(asked.withoutQuery().caller(), account(asked, id))
                .orElseThrow());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(
            @BeanParam Asked asked, @PathParam("id") String id, ApprovalRulesJson.@Nullable NewApprovalRulesJson body) {
        Caller caller = asked.withoutQuery().caller();
        AccountId account = account(asked, id);
        List<ApprovalRule> rules = Body.of(body).read();
        return reply(approvals
                .setRules(caller, asked.key(), account, asked.expectedVersion(), rules)
                .orElseThrow());
    }

    private static Response reply(Approvals.Rules rules) {
        return Replies.ok(ApprovalRulesJson.of(rules), rules.version());
    }

    private static AccountId account(Asked asked, String id) {
        return new AccountId(asked.id("account", id));
    }
}
