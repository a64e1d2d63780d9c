package org.torg.portal.favourite;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.cart.CartId;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.portal.cart.Basket;
import org.torg.portal.cart.Baskets;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.favourite.JtesaveGenerated;

/** Saves a cart, or one line of it, as a favourite (H46). The cart stays as it is, and is where one comes back to (H48). */
@Component(service = Pages.class)
public final class SaveFavouritePages implements Pages {

    private final Favourites favourites;
    private final Baskets baskets;
    private final Frames frames;

    @Activate
    public SaveFavouritePages(@Reference Favourites favourites, @Reference Baskets baskets, @Reference Frames frames) {
        this.favourites = favourites;
        this.baskets = baskets;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/carts/{cart}/favourite", Route.Door.IN_COMPANY, visit -> ask(visit, visit.query(), none())),
                Route.post("/carts/{cart}/favourite", Route.Door.IN_COMPANY, this::save));
    }

    private static Optional<Refusal> none() {
        return Optional.empty();
    }

    private Reply ask(Visit visit, Fields typed, Optional<Refusal> refusal) {
        Basket basket = baskets.get(visit.caller(), new CartId(visit.id("cart")));
        Optional<String> line = line(typed).map(LineId::value);
        if (line.isPresent()
                && basket.cart().lines().stream()
                        .noneMatch(each -> each.id().value().equals(line.get()))) {
            throw new RefusedException(Refusal.notFound("line"));
        }
        SaveForm form = new SaveForm(basket, line, typed, refusal);
        Frame frame = frames.of(
                visit,
                "cart",
                visit.reader().text("favourite.save"),
                Optional.of(basket.cart().vendor()));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtesaveGenerated.render(out, null, frame, form));
    }

    private Reply save(Visit visit) {
        Fields form = visit.form();
        Outcome<Favourite> saved = favourites.saveCart(
                visit.caller(),
                visit.key(),
                new CartId(visit.id("cart")),
                line(form).stream().toList(),
                form.typed("name").strip(),
                SaveForm.sharing(form));
        if (saved instanceof Outcome.Refused<Favourite> refused) {
            return ask(visit, form, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told("told.favourite-saved"));
    }

    private static Optional<LineId> line(Fields fields) {
        Optional<String> named = fields.text("line");
        if (named.isPresent() && !LineId.isValid(named.get())) {
            throw new RefusedException(Refusal.notFound("line"));
        }
        return named.map(LineId::new);
    }
}
