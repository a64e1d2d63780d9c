package org.torg.portal.quickorder;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.cart.CartId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Source;
import org.torg.api.quickorder.QuickOrders.Target;
import org.torg.api.quickorder.Report;
import org.torg.api.vendor.VendorId;
import org.torg.portal.cart.Baskets;
import org.torg.portal.order.LastVendor;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.quickorder.JtesheetGenerated;

/**
 * Orders by article number (L20, L21): rows are pasted or read from a file, judged one by one, and the good ones go into the cart.
 * The others stay as they were typed. An earlier order is ordered again in the same way.
 */
@Component(service = Pages.class)
public final class QuickOrderPages implements Pages {

    private static final String CSV = "text/csv; charset=utf-8";

    private final QuickOrders quickOrders;
    private final Orders orders;
    private final Baskets baskets;
    private final LastVendor last;
    private final Frames frames;

    @Activate
    public QuickOrderPages(
            @Reference QuickOrders quickOrders,
            @Reference Orders orders,
            @Reference Baskets baskets,
            @Reference LastVendor last,
            @Reference Frames frames) {
        this.quickOrders = quickOrders;
        this.orders = orders;
        this.baskets = baskets;
        this.last = last;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/quick-order", Route.Door.IN_COMPANY, visit -> page(visit, sheet(visit))),
                Route.post("/quick-order", Route.Door.IN_COMPANY, this::check),
                Route.post("/quick-order/cart", Route.Door.IN_COMPANY, this::fill),
                Route.post("/quick-order/rejected", Route.Door.IN_COMPANY, this::rejected),
                Route.post("/orders/{order}/again", Route.Door.IN_COMPANY, this::again));
    }

    private Reply page(Visit visit, Sheet sheet) {
        Frame frame = frames.of(visit, "quick-order", visit.reader().text("menu.quick-order"), sheet.vendor());
        int status = sheet.refusal().map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtesheetGenerated.render(out, null, frame, sheet));
    }

    private Reply check(Visit visit) {
        Sheet asked = sheet(visit);
        Outcome<Report> checked = quickOrders.check(visit.caller(), asked.vendor(), text(asked), false);
        if (checked instanceof Outcome.Refused<Report> refused) {
            return page(visit, refused(asked, refused.refusal()));
        }
        return page(
                visit,
                new Sheet(asked.vendor(), asked.typed(), Optional.of(checked.orElseThrow()), false, Optional.empty()));
    }

    private Reply fill(Visit visit) {
        Sheet asked = sheet(visit);
        Outcome<QuickOrders.Filled> filled =
                quickOrders.fill(visit.caller(), visit.key(), target(visit, asked.vendor()), text(asked), false);
        if (filled instanceof Outcome.Refused<QuickOrders.Filled> refused) {
            return page(visit, refused(asked, refused.refusal()));
        }
        Report report = filled.orElseThrow().report();
        return after(visit, report, LeftRows.of(asked.typed(), report));
    }

    /** To the cart when all is in it; else what is left is shown with its reasons. */
    private Reply after(Visit visit, Report report, String left) {
        boolean remarked = report.rows().stream().anyMatch(row -> !row.notes().isEmpty());
        if (report.left() == 0 && !remarked) {
            return Reply.seeOther("/cart").with(Cookies.told("told.added"));
        }
        return page(visit, new Sheet(Optional.of(report.vendor()), left, Optional.of(report), true, Optional.empty()));
    }

    private Reply rejected(Visit visit) {
        Sheet asked = sheet(visit);
        QuickOrders.Csv csv = quickOrders
                .rejected(visit.caller(), asked.vendor(), text(asked), false)
                .orElseThrow();
        return Reply.download(CSV, "rejected.csv", csv::writeTo);
    }

    /** What was ordered then, as far as it can be had today. */
    private Reply again(Visit visit) {
        Order order = orders.get(visit.caller(), new OrderId(visit.id("order"))).orElseThrow();
        Report report = quickOrders
                .fill(
                        visit.caller(),
                        visit.key(),
                        target(visit, Optional.of(order.vendor())),
                        new Source.Earlier(order.id()),
                        false)
                .orElseThrow()
                .report();
        return after(visit, report, LeftRows.of(report));
    }

    private Target target(Visit visit, Optional<VendorId> vendor) {
        Optional<CartId> current = vendor.map(known -> baskets.current(visit.caller(), known));
        return current.<Target>map(Target.IntoCart::new).orElseGet(() -> new Target.NewCart(Optional.empty()));
    }

    private static Source text(Sheet sheet) {
        return new Source.Text(sheet.typed());
    }

    private static Sheet refused(Sheet asked, Refusal refusal) {
        return new Sheet(asked.vendor(), asked.typed(), Optional.empty(), false, Optional.of(refusal));
    }

    /** As it was typed; of one vendor, be it the only one. */
    private Sheet sheet(Visit visit) {
        Optional<VendorId> vendor = visit.form()
                .text("vendor")
                .filter(id -> id.matches("[a-z0-9-]{1,40}"))
                .map(VendorId::new)
                .or(() -> last.of(visit));
        return new Sheet(vendor, visit.form().typed("rows"), Optional.empty(), false, Optional.empty());
    }
}
