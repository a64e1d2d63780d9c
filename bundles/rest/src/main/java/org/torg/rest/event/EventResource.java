package org.torg.rest.event;

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
import org.torg.api.Page;
import org.torg.api.event.EventRecord;
import org.torg.api.event.Events;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The feed for other systems: whoever goes on from {@code next} misses nothing. */
@Component(service = Resource.class)
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class EventResource implements Resource {

    private static final Cursor CURSOR = new Cursor("events");
    private static final int STANDARD = 100;
    private static final int MOST = 200;

    private final Events events;

    @Activate
    public EventResource(@Reference Events events) {
        this.events = events;
    }

    @GET
    public Response after(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<String> after = query.after(CURSOR);
        int limit = query.settle(query.limit(STANDARD, MOST));
        Page<EventRecord> page = events.after(asked.caller(), after, limit).orElseThrow();
        String next = page.next().or(() -> after).orElse("");
        return Replies.ok(new EventJson.EventsJson(
                page.items().stream().map(EventJson::of).toList(), CURSOR.write(next)));
    }
}
