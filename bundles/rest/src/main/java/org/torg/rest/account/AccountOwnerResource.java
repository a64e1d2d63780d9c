package org.torg.rest.account;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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
import org.torg.api.account.People;
import org.torg.rest.Resource;
import org.torg.rest.account.PeopleJson.OwnershipJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.SignedIn;

/** Who owns an account: staff give it to another person of it. */
@Component(service = Resource.class)
@Path("accounts/{account}/owner")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class AccountOwnerResource implements Resource {

    private final People people;

    @Activate
    public AccountOwnerResource(@Reference People people) {
        this.people = people;
    }

    @PUT
    public Response transfer(
            @BeanParam Asked asked, @PathParam("account") String account, @Nullable OwnershipJson body) {
        AccountId id = new AccountId(asked.withoutQuery().id("account", account));
        OwnershipJson.Ownership ownership = Body.of(body).read();
        return TeamRoutes.member(
                people.transferOwnership(asked.caller(), asked.key(), id, ownership.from(), ownership.to())
                        .orElseThrow());
    }
}
