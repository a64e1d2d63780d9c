package org.torg.portal.office.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTasks;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.order.JtetasksGenerated;

/** What orders bring for staff to do besides delivering them (D33); each is finished on the page of its order. */
@Component(service = Pages.class)
public final class TaskPages implements Pages {

    private static final int PER_PAGE = 25;

    private final OrderTasks tasks;
    private final Frames frames;

    @Activate
    public TaskPages(@Reference OrderTasks tasks, @Reference Frames frames) {
        this.tasks = tasks;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/office/tasks", Route.Door.STAFF, this::list));
    }

    private Reply list(Visit visit) {
        Page<OrderTask> page = tasks.find(
                        visit.caller(),
                        new OrderTasks.TaskQuery(
                                Optional.empty(),
                                Optional.of(OrderTask.State.OPEN),
                                Optional.empty(),
                                new PageRequest(visit.query().text("after"), PER_PAGE)))
                .orElseThrow();
        Frame frame = frames.of(visit, "office.orders", visit.reader().text("work.tasks"));
        return Reply.page(out -> JtetasksGenerated.render(out, null, frame, page));
    }
}
