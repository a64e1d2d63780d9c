package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Accounts;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The caller's own account. */
@Component(service = Resource.class)
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class AccountResource implements Resource {

    private final Accounts accounts;

    @Activate
    public AccountResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Path("current")
    public Response current(@BeanParam Asked asked) {
        return Replies.ok(
                AccountJson.of(accounts.current(asked.withoutQuery().caller()).orElseThrow()));
    }
}
