package org.torg.portal.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Recipients;
import org.torg.api.order.Order;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.Orders;
import org.torg.portal.document.Documents;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.order.JtelistGenerated;
import org.torg.portal.template.order.JteorderGenerated;

/** Orders: the list with its filters, and each with its states, shipments and terms (L23, L24, H44). */
@Component(service = Pages.class)
public final class OrderPages implements Pages {

    private static final int PER_PAGE = 25;

    private final Orders orders;
    private final PlacedOrders placedOrders;
    private final Recipients recipients;
    private final Documents documents;
    private final Frames frames;

    @Activate
    public OrderPages(
            @Reference Orders orders,
            @Reference PlacedOrders placedOrders,
            @Reference Recipients recipients,
            @Reference Documents documents,
            @Reference Frames frames) {
        this.orders = orders;
        this.placedOrders = placedOrders;
        this.recipients = recipients;
        this.documents = documents;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/orders", Route.Door.IN_COMPANY, this::list),
                Route.get("/orders/{order}", Route.Door.IN_COMPANY, this::order));
    }

    private Reply list(Visit visit) {
        OrderWish wish = OrderWish.of(visit.query());
        PageRequest asked = new PageRequest(visit.query().text("after"), PER_PAGE);
        Page<OrderSummary> page = orders.find(visit.caller(), wish.query(visit.caller(), visit.reader()::begin, asked))
                .orElseThrow();
        Optional<String> person = wish.recipient()
                .map(id -> recipients.get(visit.caller(), id).orElseThrow().name());
        Frame frame = frames.of(visit, "orders", visit.reader().text("menu.orders"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, page, wish, person));
    }

    private Reply order(Visit visit) {
        PlacedOrder placed = placedOrders.read(visit);
        Order order = placed.order();
        Frame frame = frames.of(
                visit, "orders", visit.reader().text("order.title", order.number()), Optional.of(order.vendor()));
        return Reply.page(out -> JteorderGenerated.render(out, null, frame, placed, documents.areMade()));
    }
}
