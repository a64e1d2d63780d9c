package org.torg.rest.account;

import java.time.Instant;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.AccountId;
import org.torg.api.account.Sessions;
import org.torg.http.Devices;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.RemoteAddresses;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.http.Words;

/** Signing in and out. */
@Component(service = Resource.class)
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource implements Resource {

    private final Sessions sessions;
    private final RemoteAddresses addresses;

    @Activate
    public SessionResource(@Reference Sessions sessions, @Reference RemoteAddresses addresses) {
        this.sessions = sessions;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(
            @BeanParam Asked asked, @Context HttpServletRequest request, @Nullable CredentialsJson body) {
        CredentialsJson.Credentials credentials = Body.of(body).read();
        Sessions.SignedIn session = sessions.signIn(
                        asked.withoutQuery().caller(),
                        credentials.email(),
                        credentials.password(),
                        credentials.code(),
                        addresses.of(request),
                        Devices.of(Optional.ofNullable(request.getHeader("User-Agent"))))
                .orElseThrow();
        return Replies.created("sessions", SessionJson.of(session));
    }

    @POST
    @Path("completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response complete(@BeanParam Asked asked, @Nullable CodeJson body) {
        String code = Body.of(body).read();
        Sessions.SignedIn session = sessions.complete(
                        asked.withoutQuery().caller(), asked.token().orElse(""), code)
                .orElseThrow();
        return Replies.created("sessions", SessionJson.of(session));
    }

    @DELETE
    @SignedIn
    public Response signOut(@BeanParam Asked asked) {
        asked.withoutQuery().token().ifPresent(token -> sessions.signOut(asked.caller(), token));
        return Response.noContent().build();
    }

    /** Who wants to sign in. */
    public record CredentialsJson(Optional<String> email, Optional<String> password, Optional<String> code) {

        record Credentials(String email, char[] password, Optional<String> code) {
            @Override
            public String toString() {
                return "Credentials";
            }
        }

        @Override
        public String toString() {
            return "CredentialsJson";
        }

        private Credentials read() {
            Faults faults = new Faults();
            String name = faults.requiredText("/email", email, 254);
            return faults.settle(
                    new Credentials(name, faults.password("/password", password), CodeJson.read(faults, code)));
        }
    }

    /** A session that has begun. */
    public record SessionJson(String token, Instant expiresAt, String user, Optional<String> account, String stage) {

        static SessionJson of(Sessions.SignedIn session) {
            return new SessionJson(
                    session.token(),
                    session.expiresAt(),
                    session.user().value(),
                    session.account().map(AccountId::value),
                    Words.of(session.stage()));
        }

        @Override
        public String toString() {
            return "SessionJson";
        }
    }
}
