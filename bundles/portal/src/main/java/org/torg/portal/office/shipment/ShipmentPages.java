package org.torg.portal.office.shipment;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.shipment.JtelistGenerated;
import org.torg.portal.template.office.shipment.JteshipGenerated;

/** What has left, and what leaves now: in full or in parts, in parcels that can be followed (D33-D36, L24, L38). */
@Component(service = Pages.class)
public final class ShipmentPages implements Pages {

    private static final int PER_PAGE = 25;
    private static final String SHIP = "/office/orders/{order}/ship";

    private final Orders orders;
    private final Shipments shipments;
    private final Frames frames;

    @Activate
    public ShipmentPages(@Reference Orders orders, @Reference Shipments shipments, @Reference Frames frames) {
        this.orders = orders;
        this.shipments = shipments;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/office/shipments", Route.Door.STAFF, this::list),
                Route.get(SHIP, Route.Door.STAFF, visit -> form(visit, ShipForm.blank(order(visit)))),
                Route.post(SHIP, Route.Door.STAFF, this::ship));
    }

    private Reply list(Visit visit) {
        Page<Shipment> page = shipments
                .find(
                        visit.caller(),
                        Optional.empty(),
                        new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        Frame frame = frames.of(visit, "office.shipments", visit.reader().text("menu.office.shipments"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, page));
    }

    private Order order(Visit visit) {
        Order order = orders.get(visit.caller(), new OrderId(visit.id("order"))).orElseThrow();
        if (!visit.caller().may(Function.SHIPMENT_REGISTER, Scope.of(order.vendor()))) {
            throw new RefusedException(Refusal.notFound("page"));
        }
        return order;
    }

    private Reply form(Visit visit, ShipForm form) {
        Frame frame = frames.of(
                visit,
                "office.orders",
                visit.reader().text("ship.of", form.order().number()),
                Optional.of(form.order().vendor()));
        int status = form.refusal().map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteshipGenerated.render(out, null, frame, form));
    }

    private Reply ship(Visit visit) {
        Order order = order(visit);
        if (visit.form().has(ShipForm.MORE)) {
            return form(visit, ShipForm.of(order, visit.form(), Optional.empty()));
        }
        Outcome<Shipment> sent = ShipForm.command(order, visit.form())
                .flatMap(command -> shipments.register(
                        visit.caller(), visit.key(), order.id(), visit.form().version(), command));
        if (sent instanceof Outcome.Refused<Shipment> refused) {
            // The order may be another one by now: what is open is told as it is, what was typed stays.
            return form(visit, ShipForm.of(order(visit), visit.form(), Optional.of(refused.refusal())));
        }
        return Reply.seeOther("/office/orders/" + order.id().value()).with(Cookies.told("told.shipped"));
    }
}
