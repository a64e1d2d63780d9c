package org.torg.rest.account;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.AccountId;
import org.torg.api.account.Sessions;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Faults;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Signing in and out. */
@Component(service = Resource.class)
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource implements Resource {

    private final Sessions sessions;

    @Activate
    public SessionResource(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(@BeanParam Asked asked, @Nullable CredentialsJson body) {
        CredentialsJson.Credentials credentials = Body.of(body).read();
        Sessions.SignedIn session = sessions.signIn(
                        asked.withoutQuery().caller(),
                        credentials.email(),
                        credentials.password(),
                        Optional.empty(),
                        "")
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
    public record CredentialsJson(Optional<String> email, Optional<String> password) {

        private static final int LONGEST_PASSWORD = 256;

        record Credentials(String email, char[] password) {
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
            String secret = faults.required("/password", password, "");
            if (secret.length() > LONGEST_PASSWORD) {
                faults.add("/password", "text-too-long", "This is too long for a password.");
            }
            return faults.settle(new Credentials(name, secret.toCharArray()));
        }
    }

    /** A session that has begun. */
    public record SessionJson(String token, Instant expiresAt, String user, Optional<String> account) {

        static SessionJson of(Sessions.SignedIn session) {
            return new SessionJson(
                    session.token(),
                    session.expiresAt(),
                    session.user().value(),
                    session.account().map(AccountId::value));
        }

        @Override
        public String toString() {
            return "SessionJson";
        }
    }
}
