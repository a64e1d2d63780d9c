package org.torg.portal.cart;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configurations;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.cart.JtecartGenerated;

/** The carts of all vendors on one page, each with its refusals in place (D21, D23, H27, H32). */
@Component(service = Pages.class)
public final class CartPages implements Pages {

    private final Carts carts;
    private final Configurations configurations;
    private final Baskets baskets;
    private final Frames frames;

    @Activate
    public CartPages(
            @Reference Carts carts,
            @Reference Configurations configurations,
            @Reference Baskets baskets,
            @Reference Frames frames) {
        this.carts = carts;
        this.configurations = configurations;
        this.baskets = baskets;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/cart", Route.Door.IN_COMPANY, visit -> show(visit, Optional.empty())),
                Route.post("/cart/lines", Route.Door.IN_COMPANY, this::add),
                Route.post("/carts/{cart}/lines/{line}", Route.Door.IN_COMPANY, this::change),
                Route.post("/carts/{cart}/pause", Route.Door.IN_COMPANY, this::pause),
                Route.post("/carts/{cart}/resume", Route.Door.IN_COMPANY, this::resume));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        List<Carts.CartSummary> open = baskets.find(visit.caller(), Optional.empty(), false);
        List<CartId> filled = open.stream()
                .filter(cart -> cart.lines() > 0)
                .limit(Baskets.SHOWN)
                .map(Carts.CartSummary::id)
                .toList();
        List<Basket> shown = baskets.all(visit.caller(), filled);
        CartList list = new CartList(shown, baskets.find(visit.caller(), Optional.empty(), true), refusal);
        Frame frame = frames.of(visit, "cart", visit.reader().text("cart.title"));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtecartGenerated.render(out, null, frame, list));
    }

    private Reply add(Visit visit) {
        VendorId vendor = new VendorId(visit.form().typed("vendor"));
        Sku sku = new Sku(visit.form().typed("sku").strip());
        String back = visit.form().text("to").filter(Paths::isOurs).orElse("/cart");
        if (configurations
                .guide(visit.caller(), Optional.of(vendor), sku, Answers.NONE)
                .isDone()) {
            return Reply.seeOther("/products/" + vendor.value() + "/" + Paths.part(sku.value()) + "/configure");
        }
        int quantity = visit.form().number("quantity").orElse(0);
        CartId cart = baskets.current(visit.caller(), vendor);
        Outcome<Cart> added = carts.addLine(
                visit.caller(),
                visit.key(),
                cart,
                new Carts.NewLine(sku, quantity, Optional.empty(), Optional.empty()));
        if (added instanceof Outcome.Refused<Cart> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther(back).with(Cookies.told("told.added"));
    }

    private Reply change(Visit visit) {
        // A button that removes sends 0; text that is no number is told as such.
        int quantity = visit.form().number("quantity").orElseThrow(CartPages::noNumber);
        Outcome<Cart> changed = carts.changeLine(
                visit.caller(),
                visit.key(),
                new CartId(visit.id("cart")),
                visit.form().version(),
                new LineId(visit.part("line")),
                quantity);
        return after(visit, changed, "told.cart-changed");
    }

    private Reply pause(Visit visit) {
        return after(
                visit,
                carts.pause(visit.caller(), visit.key(), new CartId(visit.id("cart")), Optional.empty()),
                "told.paused");
    }

    private Reply resume(Visit visit) {
        return after(
                visit,
                carts.resume(visit.caller(), visit.key(), new CartId(visit.id("cart")), Optional.empty()),
                "told.resumed");
    }

    private <T> Reply after(Visit visit, Outcome<T> outcome, String told) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told(told));
    }

    private static RefusedException noNumber() {
        return new RefusedException(
                Refusal.of(Refusal.Kind.UNPROCESSABLE, "quantity-invalid", "The quantity must be a whole number."));
    }

    /** @param refusal of what was just tried */
    public record CartList(List<Basket> open, List<Carts.CartSummary> paused, Optional<Refusal> refusal) {
        public CartList {
            open = List.copyOf(open);
            paused = List.copyOf(paused);
        }
    }
}
