package org.torg.rest.account;

import java.util.List;
import java.util.Optional;
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
import org.torg.api.account.Accounts;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** What vendors have agreed with an account: tier, price groups, who looks after it (L08, L10, L11). */
@Component(service = Resource.class)
@Path("accounts/{id}/agreements")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class AgreementResource implements Resource {

    private final Accounts accounts;

    @Activate
    public AgreementResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    public Response list(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return Replies.ok(new PageJson<>(
                accounts.agreements(caller, AccountResource.account(asked, id)).orElseThrow().stream()
                        .map(AgreementJson::of)
                        .toList(),
                Optional.empty()));
    }

    @PUT
    @Path("{vendor}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response agree(
            @BeanParam Asked asked,
            @PathParam("id") String id,
            @PathParam("vendor") String vendor,
            AccountBody.@Nullable NewAgreementJson body) {
        Caller caller = asked.withoutQuery().caller();
        AccountId account = AccountResource.account(asked, id);
        VendorId with = new VendorId(asked.id("vendor", vendor));
        return Replies.ok(AgreementJson.of(
                accounts.agree(caller, asked.key(), Body.of(body).read(account, with))
                        .orElseThrow()));
    }

    /**
     * @param tier absent: the programme's first
     * @param manager the id of a person of the vendor's staff
     */
    public record AgreementJson(String vendor, Optional<String> tier, List<String> groups, Optional<String> manager) {

        static AgreementJson of(Agreement agreement) {
            return new AgreementJson(
                    agreement.vendor().value(),
                    agreement.tier(),
                    agreement.groups().stream().sorted().toList(),
                    agreement.manager().map(UserId::value));
        }
    }
}
