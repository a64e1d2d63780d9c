package org.torg.rest.order;

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
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.order.OrderTasks;
import org.torg.api.order.OrderTasks.TaskQuery;
import org.torg.http.Wording;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.http.Words;

/** What orders bring for staff to do, such as fetching models (D33). */
@Component(service = Resource.class)
@Path("order-tasks")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class OrderTaskResource implements Resource {

    private static final Cursor CURSOR = new Cursor("order-tasks");

    private final OrderTasks tasks;
    private final MessageText texts;

    @Activate
    public OrderTaskResource(@Reference OrderTasks tasks, @Reference MessageText texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Caller caller = asked.caller();
        Query query = asked.query();
        TaskQuery wanted = query.settle(new TaskQuery(
                query.vendor(),
                query.word("state", OrderTask.State.class),
                query.id("order").map(OrderId::new),
                query.page(CURSOR)));
        return Replies.ok(PageJson.of(tasks.find(caller, wanted).orElseThrow(), CURSOR, task -> shape(task, caller)));
    }

    @POST
    @Path("{id}/done")
    public Response done(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        OrderTask task = tasks.done(
                        caller, asked.key(), new OrderTaskId(asked.id("order-task", id)), asked.expectedVersion())
                .orElseThrow();
        return Replies.ok(shape(task, caller), task.version());
    }

    private OrderTaskJson shape(OrderTask task, Caller caller) {
        return OrderTaskJson.of(task, texts.of(task.vendor(), caller.language()));
    }

    /** @param line of the order that brought it */
    public record OrderTaskJson(
            String id,
            String order,
            String orderNumber,
            String vendor,
            String account,
            Optional<String> location,
            String line,
            String code,
            String label,
            String state,
            Instant createdAt,
            Optional<String> doneBy,
            Optional<Instant> doneAt,
            long version) {

        private static OrderTaskJson of(OrderTask task, Wording wording) {
            return new OrderTaskJson(
                    task.id().value(),
                    task.order().value(),
                    task.orderNumber(),
                    task.vendor().value(),
                    task.account().value(),
                    task.location().map(LocationId::value),
                    task.line().value(),
                    task.code(),
                    wording.of(task.label()),
                    Words.of(task.state()),
                    task.createdAt(),
                    task.doneBy().map(UserId::value),
                    task.doneAt(),
                    task.version());
        }
    }
}
