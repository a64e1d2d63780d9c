package org.torg.portal.office.order;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderTaskId;
import org.torg.api.order.OrderTasks;
import org.torg.api.order.Orders;
import org.torg.api.pricing.LineId;
import org.torg.api.upload.FileContent;
import org.torg.api.upload.UploadId;
import org.torg.api.upload.Uploads;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.order.JteorderGenerated;

/** One order as staff see it, and what they do with it (D25-D28, D33, L25). */
@Component(service = Pages.class)
public final class WorkOrderPages implements Pages {

    private static final String ORDER = "/office/orders/{order}";

    private final WorkOrders work;
    private final Orders orders;
    private final OrderTasks tasks;
    private final Uploads uploads;
    private final Frames frames;

    @Activate
    public WorkOrderPages(
            @Reference WorkOrders work,
            @Reference Orders orders,
            @Reference OrderTasks tasks,
            @Reference Uploads uploads,
            @Reference Frames frames) {
        this.work = work;
        this.orders = orders;
        this.tasks = tasks;
        this.uploads = uploads;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ORDER, Route.Door.STAFF, visit -> show(visit, Optional.empty())),
                Route.get(ORDER + "/files/{upload}", Route.Door.STAFF, this::file),
                Route.post(ORDER + "/move", Route.Door.STAFF, this::move),
                Route.post(ORDER + "/cancel", Route.Door.STAFF, this::cancel),
                Route.post(ORDER + "/tasks/{order-task}", Route.Door.STAFF, this::done));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        WorkOrder shown = work.of(visit, refusal);
        Frame frame = frames.of(
                visit,
                "office.orders",
                visit.reader().text("order.title", shown.order().number()),
                Optional.of(shown.order().vendor()));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteorderGenerated.render(out, null, frame, shown));
    }

    private Reply move(Visit visit) {
        return after(
                visit,
                orders.move(
                        visit.caller(),
                        visit.key(),
                        WorkOrders.id(visit),
                        visit.form().version(),
                        visit.form().typed("state")),
                "told.order-moved");
    }

    private Reply cancel(Visit visit) {
        Order order = orders.get(visit.caller(), WorkOrders.id(visit)).orElseThrow();
        Outcome<Map<LineId, Integer>> quantities = Quantities.of(order, visit.form());
        return after(
                visit,
                quantities.flatMap(some -> orders.cancel(
                        visit.caller(),
                        visit.key(),
                        order.id(),
                        visit.form().version(),
                        new OrderCommand.CancelLines(
                                some, visit.form().typed("reason").strip()))),
                "told.lines-cancelled");
    }

    private Reply done(Visit visit) {
        return after(
                visit,
                tasks.done(
                        visit.caller(),
                        visit.key(),
                        new OrderTaskId(visit.id("order-task")),
                        visit.form().version()),
                "told.task-done");
    }

    /** What was refused is told on the order as it is now, with all that was typed. */
    private Reply after(Visit visit, Outcome<?> outcome, String told) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/office/orders/" + WorkOrders.id(visit).value()).with(Cookies.told(told));
    }

    /** Only of this order: whoever follows an old link is told as of a file that is not there. */
    private Reply file(Visit visit) {
        UploadId id = new UploadId(visit.id("upload"));
        boolean known = orders.files(visit.caller(), WorkOrders.id(visit)).orElseThrow().stream()
                .anyMatch(file -> file.upload().id().equals(id));
        if (!known) {
            throw new RefusedException(Refusal.notFound("upload"));
        }
        FileContent content = uploads.open(visit.caller(), id).orElseThrow();
        return Reply.download(content.upload().type().mediaType(), content.fileName(), out -> {
            try (InputStream bytes = content.from(0)) {
                bytes.transferTo(out);
            }
        });
    }
}
