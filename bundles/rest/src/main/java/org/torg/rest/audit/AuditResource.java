package org.torg.rest.audit;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Who did what. */
@Component(service = Resource.class)
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class AuditResource implements Resource {

    private static final Cursor CURSOR = new Cursor("audit");

    private final AuditTrail trail;

    @Activate
    public AuditResource(@Reference AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        AuditTrail.Query wanted = wanted(query);
        PageRequest page = query.settle(query.page(CURSOR));
        return Replies.ok(PageJson.of(trail.find(asked.caller(), wanted, page).orElseThrow(), CURSOR, EntryJson::of));
    }

    static AuditTrail.Query wanted(Query query) {
        return new AuditTrail.Query(
                query.id("order").or(() -> query.id("target")),
                query.id("account").map(AccountId::new),
                query.id("subject").map(UserId::new),
                query.id("command"),
                query.moment("from"),
                query.moment("until"));
    }

    /**
     * A command that was carried out.
     *
     * @param subject who, such as {@code user:…}
     * @param target opaque id of what it was done to
     */
    public record EntryJson(
            String id,
            Instant at,
            String subject,
            Optional<String> actingFor,
            Optional<String> account,
            String channel,
            String requestId,
            String command,
            String target) {

        static EntryJson of(AuditEntry entry) {
            return new EntryJson(
                    entry.id(),
                    entry.at(),
                    entry.subject(),
                    entry.actingFor(),
                    entry.account().map(AccountId::value),
                    entry.channel(),
                    entry.requestId(),
                    entry.command(),
                    entry.target());
        }
    }
}
