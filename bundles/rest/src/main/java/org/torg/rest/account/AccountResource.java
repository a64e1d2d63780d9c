package org.torg.rest.account;

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
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Buying companies: the caller's own, and for staff their customers. */
@Component(service = Resource.class)
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class AccountResource implements Resource {

    private static final Cursor CURSOR = new Cursor("accounts");

    private final Accounts accounts;
    private final AccountReplies replies;

    @Activate
    public AccountResource(@Reference Accounts accounts, @Reference MessageText texts) {
        this.accounts = accounts;
        this.replies = new AccountReplies(accounts, texts);
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Accounts.Query wanted = new Accounts.Query(
                query.text("text", 200), query.vendor(), query.id("manager").map(UserId::new));
        PageRequest page = query.settle(query.page(CURSOR));
        return Replies.ok(PageJson.of(
                accounts.find(asked.caller(), wanted, page).orElseThrow(), CURSOR, AccountJson.AccountSummaryJson::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@BeanParam Asked asked, AccountBody.@Nullable NewAccountJson body) {
        Caller caller = asked.withoutQuery().caller();
        Account account =
                accounts.open(caller, asked.key(), Body.of(body).read()).orElseThrow();
        return Replies.created("accounts/" + account.id().value(), replies.shape(caller, account), account.version());
    }

    @GET
    @Path("current")
    public Response current(@BeanParam Asked asked) {
        Caller caller = asked.withoutQuery().caller();
        return replies.ok(caller, accounts.current(caller).orElseThrow());
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return replies.ok(caller, accounts.get(caller, account(asked, id)).orElseThrow());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(
            @BeanParam Asked asked, @PathParam("id") String id, AccountBody.@Nullable AccountDetailsJson body) {
        Caller caller = asked.withoutQuery().caller();
        AccountId target = account(asked, id);
        Optional<Long> expected = asked.expectedVersion();
        return replies.ok(
                caller,
                accounts.edit(
                                caller,
                                asked.key(),
                                target,
                                expected,
                                Body.of(body).read())
                        .orElseThrow());
    }

    /** Somebody of the company says that its details are right (D04). */
    @POST
    @Path("{id}/verification")
    public Response verify(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        AccountId target = account(asked, id);
        return replies.ok(
                caller,
                accounts.verify(caller, asked.key(), target, asked.expectedVersion())
                        .orElseThrow());
    }

    static AccountId account(Asked asked, String id) {
        return new AccountId(asked.id("account", id));
    }
}
