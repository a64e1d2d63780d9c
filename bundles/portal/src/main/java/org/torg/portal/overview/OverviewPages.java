package org.torg.portal.overview;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.cart.Carts;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.Orders;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.JteoverviewGenerated;

/** Where people land who have signed in (T01): what waits for them, their latest orders, the vendors. */
@Component(service = Pages.class)
public final class OverviewPages implements Pages {

    private static final int LATEST = 5;

    private final Orders orders;
    private final Carts carts;
    private final Accounts accounts;
    private final Frames frames;
    private final Clock clock;

    @Activate
    public OverviewPages(
            @Reference Orders orders,
            @Reference Carts carts,
            @Reference Accounts accounts,
            @Reference Frames frames,
            @Reference Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.accounts = accounts;
        this.frames = frames;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/", Route.Door.ANYBODY, this::overview));
    }

    private Reply overview(Visit visit) {
        Caller caller = visit.caller();
        if (!caller.isSignedIn()) {
            return Reply.seeOther("/catalogue");
        }
        if (visit.isStaff()) {
            return Reply.seeOther("/office");
        }
        if (caller.account().isEmpty()) {
            return Reply.seeOther("/choose");
        }
        Overview overview = new Overview(
                visit.reader().date(clock.now()),
                items(orders.find(
                        caller,
                        new OrderQuery(
                                Optional.empty(), caller.account(), Optional.empty(), PageRequest.first(LATEST)))),
                items(carts.find(
                        caller, new Carts.CartQuery(Optional.empty(), Optional.of(true), PageRequest.first(LATEST)))),
                list(accounts.managers(caller, caller.account().get())));
        Frame frame = frames.of(visit, "overview", visit.reader().text("menu.overview"));
        return Reply.page(out -> JteoverviewGenerated.render(out, null, frame, overview));
    }

    /** Nothing, where somebody has no right to it: the part is left out then. */
    private static <T> List<T> items(Outcome<Page<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow().items() : List.of();
    }

    private static <T> List<T> list(Outcome<List<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow() : List.of();
    }

    /**
     * @param paused carts that lie aside (D23)
     * @param managers who looks after the account at each vendor (L11)
     */
    public record Overview(
            String today,
            List<OrderSummary> latest,
            List<Carts.CartSummary> paused,
            List<Accounts.Consultant> managers) {}
}
