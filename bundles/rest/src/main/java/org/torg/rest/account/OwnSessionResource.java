package org.torg.rest.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Device;
import org.torg.api.account.Sessions;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.http.Words;

/** Where one is signed in, and ending that elsewhere. */
@Component(service = Resource.class)
@Path("own-sessions")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class OwnSessionResource implements Resource {

    private final Sessions sessions;

    @Activate
    public OwnSessionResource(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @GET
    public Response list(@BeanParam Asked asked) {
        return reply(sessions.open(asked.withoutQuery().caller(), asked.token().orElse("")));
    }

    @DELETE
    public Response endOthers(@BeanParam Asked asked) {
        return reply(
                sessions.endOthers(asked.withoutQuery().caller(), asked.token().orElse("")));
    }

    @DELETE
    @Path("{id}")
    public Response end(@BeanParam Asked asked, @PathParam("id") String id) {
        String session = asked.withoutQuery().id("session", id);
        return reply(sessions.end(asked.caller(), asked.token().orElse(""), session));
    }

    private static Response reply(Outcome<List<Sessions.OpenSession>> open) {
        return Replies.ok(new OwnSessionsJson(
                open.orElseThrow().stream().map(OwnSessionJson::of).toList()));
    }

    /** All of one person. */
    public record OwnSessionsJson(List<OwnSessionJson> items) {
        public OwnSessionsJson {
            items = List.copyOf(items);
        }
    }

    /** A place where one is signed in. */
    public record OwnSessionJson(
            String id,
            boolean current,
            Instant since,
            Instant lastUsedAt,
            Instant expiresAt,
            Optional<String> browser,
            Optional<String> platform) {

        static OwnSessionJson of(Sessions.OpenSession session) {
            return new OwnSessionJson(
                    session.id(),
                    session.current(),
                    session.since(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.device().map(Device::browser).map(Words::of),
                    session.device().map(Device::platform).map(Words::of));
        }
    }
}
