package org.torg.portal.office.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.Function;
import org.torg.api.order.WorkLists;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.Period;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.order.JtelistGenerated;

/** The work list: what is open, by the vendor's own states (D25-D27, D43). */
@Component(service = Pages.class)
public final class WorkListPages implements Pages {

    private static final int PER_PAGE = 25;
    private static final int LONGEST_TEXT = 200;

    private final WorkLists lists;
    private final Frames frames;

    @Activate
    public WorkListPages(@Reference WorkLists lists, @Reference Frames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/office/orders", Route.Door.STAFF, this::list));
    }

    private Reply list(Visit visit) {
        Fields asked = visit.query();
        List<VendorDescriptor> vendors = visit.vendors(Function.ORDER_READ);
        Optional<VendorId> chosen = vendors.stream()
                .map(VendorDescriptor::id)
                .filter(id -> vendors.size() == 1 || id.value().equals(asked.typed("vendor")))
                .findFirst();
        List<WorkView> views = WorkView.of(
                visit.reader(),
                chosen.map(List::of)
                        .orElse(vendors.stream().map(VendorDescriptor::id).toList()));
        Optional<String> text = asked.text("q").filter(typed -> typed.length() <= LONGEST_TEXT);
        // Who searches looks everywhere, unless they have chosen a view.
        String code = asked.text("view").orElse(text.isPresent() ? "all" : WorkView.OPEN);
        WorkView view = views.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(views.get(0));
        Period period = Period.of(asked);
        WorkLists.Query query = new WorkLists.Query(
                chosen,
                view.statuses(),
                view.states(),
                text,
                period.begin(visit.reader()),
                period.end(visit.reader()),
                new PageRequest(asked.text("after"), PER_PAGE));
        WorkList list = new WorkList(
                vendors,
                chosen,
                views,
                view,
                lists.open(visit.caller(), chosen).orElseThrow(),
                lists.find(visit.caller(), query).orElseThrow(),
                visit.vendors(Function.PRICE_READ).stream()
                        .map(VendorDescriptor::id)
                        .filter(id -> chosen.isEmpty() || chosen.get().equals(id))
                        .toList(),
                period,
                asked);
        Frame frame = frames.of(visit, "office.orders", visit.reader().text("menu.office.orders"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, list));
    }
}
