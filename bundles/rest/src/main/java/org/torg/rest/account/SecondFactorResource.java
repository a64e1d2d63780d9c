package org.torg.rest.account;

import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.SecondFactors;
import org.torg.rest.Resource;
import org.torg.rest.account.SessionResource.SessionJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The caller's own second factor. */
@Component(service = Resource.class)
@Path("second-factor")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class SecondFactorResource implements Resource {

    private static final String PATH = "second-factor";

    private final SecondFactors factors;

    @Activate
    public SecondFactorResource(@Reference SecondFactors factors) {
        this.factors = factors;
    }

    @GET
    public Response status(@BeanParam Asked asked) {
        return Replies.ok(SecondFactorJson.of(
                factors.status(asked.withoutQuery().caller()).orElseThrow()));
    }

    @POST
    public Response begin(@BeanParam Asked asked) {
        SecondFactors.Enrolment enrolment =
                factors.begin(asked.withoutQuery().caller()).orElseThrow();
        return Replies.created(PATH, new EnrolmentJson(enrolment.secret(), enrolment.uri()));
    }

    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirm(@BeanParam Asked asked, @Nullable CodeJson body) {
        String code = Body.of(body).read();
        SecondFactors.Confirmed confirmed = factors.confirm(
                        asked.withoutQuery().caller(), asked.token().orElse(""), code)
                .orElseThrow();
        return Replies.ok(
                new ConfirmedSecondFactorJson(SessionJson.of(confirmed.session()), confirmed.recoveryCodes()));
    }

    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response renew(@BeanParam Asked asked, @Nullable CodeJson body) {
        String code = Body.of(body).read();
        return Replies.ok(new RecoveryCodesJson(
                factors.newRecoveryCodes(asked.withoutQuery().caller(), code).orElseThrow()));
    }

    /** Not a DELETE: that would have the code in its address, where it is logged. */
    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response remove(@BeanParam Asked asked, @Nullable CodeJson body) {
        String code = Body.of(body).read();
        return Replies.ok(SecondFactorJson.of(
                factors.remove(asked.withoutQuery().caller(), code).orElseThrow()));
    }

    /** How a second factor stands. */
    public record SecondFactorJson(boolean enrolled, boolean required, int recoveryCodesLeft) {

        static SecondFactorJson of(SecondFactors.Status status) {
            return new SecondFactorJson(status.enrolled(), status.required(), status.recoveryCodesLeft());
        }
    }

    /** What a device needs to make codes. */
    public record EnrolmentJson(String secret, String uri) {
        @Override
        public String toString() {
            return "EnrolmentJson";
        }
    }

    /** The session as it goes on, and what to write down. */
    public record ConfirmedSecondFactorJson(SessionJson session, List<String> recoveryCodes) {
        public ConfirmedSecondFactorJson {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "ConfirmedSecondFactorJson";
        }
    }

    /** What to write down. */
    public record RecoveryCodesJson(List<String> recoveryCodes) {
        public RecoveryCodesJson {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "RecoveryCodesJson";
        }
    }
}
