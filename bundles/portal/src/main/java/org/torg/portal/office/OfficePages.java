package org.torg.portal.office;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.JtestartGenerated;

/** Where staff begin: what waits for them, and what they may do here. */
@Component(service = Pages.class)
public final class OfficePages implements Pages {

    private final Waiting waiting;
    private final Frames frames;

    @Activate
    public OfficePages(@Reference Waiting waiting, @Reference Frames frames) {
        this.waiting = waiting;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/office", Route.Door.STAFF, this::start));
    }

    private Reply start(Visit visit) {
        Frame frame = frames.of(visit, "office", visit.reader().text("office.title"));
        List<Waiting.OfVendor> orders = waiting.orders(visit);
        List<Waiting.Item> others = waiting.others(visit);
        return Reply.page(out -> JtestartGenerated.render(out, null, frame, orders, others));
    }
}
