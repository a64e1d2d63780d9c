package org.torg.rest.account;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.AddressId;
import org.torg.api.account.Caller;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The address book of an account (L02); it is read with the account. */
@Component(service = Resource.class)
@Path("accounts/{id}/addresses")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class AddressResource implements Resource {

    private final Accounts accounts;
    private final AccountReplies replies;

    @Activate
    public AddressResource(@Reference Accounts accounts, @Reference MessageText texts) {
        this.accounts = accounts;
        this.replies = new AccountReplies(accounts, texts);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@BeanParam Asked asked, @PathParam("id") String id, AccountBody.@Nullable NewAddressJson body) {
        Caller caller = asked.withoutQuery().caller();
        Account account = put(asked, caller, AccountResource.account(asked, id), Optional.empty(), body);
        return Replies.created("accounts/" + account.id().value(), replies.shape(caller, account), account.version());
    }

    @PUT
    @Path("{addressId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("addressId") String addressId,
            AccountBody.@Nullable NewAddressJson body) {
        Caller caller = asked.withoutQuery().caller();
        AccountId account = AccountResource.account(asked, id);
        return replies.ok(caller, put(asked, caller, account, Optional.of(address(asked, addressId)), body));
    }

    private Account put(
            Asked asked,
            Caller caller,
            AccountId account,
            Optional<AddressId> entry,
            AccountBody.@Nullable NewAddressJson body) {
        Optional<Long> expected = asked.expectedVersion();
        return accounts.putAddress(
                        caller,
                        asked.key(),
                        account,
                        expected,
                        entry,
                        Body.of(body).read())
                .orElseThrow();
    }

    @DELETE
    @Path("{addressId}")
    public Response remove(
            @BeanParam Asked asked, @PathParam("id") String id, @PathParam("addressId") String addressId) {
        Caller caller = asked.withoutQuery().caller();
        AccountId account = AccountResource.account(asked, id);
        return replies.ok(
                caller,
                accounts.removeAddress(caller, asked.key(), account, asked.expectedVersion(), address(asked, addressId))
                        .orElseThrow());
    }

    private static AddressId address(Asked asked, String id) {
        return new AddressId(asked.id("address", id));
    }
}
