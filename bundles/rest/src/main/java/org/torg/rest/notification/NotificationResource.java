package org.torg.rest.notification;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.notification.Notifications;
import org.torg.api.notification.Notifications.Notification;
import org.torg.api.notification.Notifications.State;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.http.Words;

/** Mails that wait, have left or could not, for staff; never their content. */
@Component(service = Resource.class)
@Path("notifications")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class NotificationResource implements Resource {

    private static final Cursor CURSOR = new Cursor("notifications");

    private final Notifications notifications;

    @Activate
    public NotificationResource(@Reference Notifications notifications) {
        this.notifications = notifications;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<State> state = query.word("state", State.class);
        PageRequest page = query.page(CURSOR);
        return Replies.ok(PageJson.of(
                notifications.find(asked.caller(), state, query.settle(page)).orElseThrow(),
                CURSOR,
                NotificationJson::of));
    }

    @POST
    @Path("{id}/again")
    public Response again(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return reply(
                notifications.again(caller, asked.key(), asked.id("mail", id)).orElseThrow());
    }

    @POST
    @Path("{id}/drop")
    public Response drop(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return reply(
                notifications.drop(caller, asked.key(), asked.id("mail", id)).orElseThrow());
    }

    private static Response reply(Notification notification) {
        return Replies.ok(NotificationJson.of(notification));
    }

    /**
     * One mail.
     *
     * @param to masked
     * @param error why it waits or was given up
     */
    public record NotificationJson(
            String id,
            Optional<String> vendor,
            String template,
            String language,
            String to,
            String state,
            int attempts,
            Instant createdAt,
            Optional<Instant> dueAt,
            Optional<Instant> sentAt,
            Optional<String> error) {

        static NotificationJson of(Notification mail) {
            return new NotificationJson(
                    mail.id(),
                    mail.vendor().map(VendorId::value),
                    mail.template(),
                    mail.language(),
                    mail.to(),
                    Words.of(mail.state()),
                    mail.attempts(),
                    mail.createdAt(),
                    mail.dueAt(),
                    mail.sentAt(),
                    mail.error());
        }
    }
}
