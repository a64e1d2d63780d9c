package org.torg.portal.favourite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Sku;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;
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
import org.torg.portal.template.favourite.JtefavouriteGenerated;
import org.torg.portal.template.favourite.JtelistGenerated;

/** Favourites and preferences: finding, naming, sharing, changing and removing them (D15, H46, H47). */
@Component(service = Pages.class)
public final class FavouritePages implements Pages {

    private static final int PER_PAGE = 25;
    private static final int LONGEST = 200;
    private static final String LIST = "/favourites";

    private final Favourites favourites;
    private final Catalog catalog;
    private final CatalogMedia media;
    private final Baskets baskets;
    private final Frames frames;

    @Activate
    public FavouritePages(
            @Reference Favourites favourites,
            @Reference Catalog catalog,
            @Reference CatalogMedia media,
            @Reference Baskets baskets,
            @Reference Frames frames) {
        this.favourites = favourites;
        this.catalog = catalog;
        this.media = media;
        this.baskets = baskets;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(LIST, Route.Door.IN_COMPANY, this::list),
                Route.get("/favourites/{favourite}", Route.Door.IN_COMPANY, visit -> show(visit, Optional.empty())),
                Route.post("/favourites/{favourite}", Route.Door.IN_COMPANY, this::edit),
                Route.post("/favourites/{favourite}/remove", Route.Door.IN_COMPANY, this::remove),
                Route.post("/favourites/{favourite}/lines/{line}", Route.Door.IN_COMPANY, this::change));
    }

    private Reply list(Visit visit) {
        Fields asked = visit.query();
        Favourites.Query query = new Favourites.Query(
                Optional.empty(),
                asked.text("name").map(typed -> typed.substring(0, Math.min(typed.length(), LONGEST))),
                Optional.empty(),
                Optional.empty(),
                new PageRequest(asked.text("after"), PER_PAGE));
        FavouriteList list =
                new FavouriteList(favourites.find(visit.caller(), query).orElseThrow(), asked, Optional.empty());
        Frame frame = frames.of(visit, "favourites", visit.reader().text("favourites.title"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, list));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Favourite favourite = favourites.get(caller, id(visit)).orElseThrow();
        VendorId vendor = favourite.vendor();
        Set<Sku> skus = favourite.lines().stream().map(Favourite.Line::sku).collect(Collectors.toSet());
        FavouriteRecord shown = new FavouriteRecord(
                favourite,
                names(catalog, caller, vendor, skus),
                media.pictures(
                        caller,
                        skus.stream().map(sku -> new ArticleKey(vendor, sku)).toList()),
                baskets.open(caller, vendor),
                refusal);
        Frame frame = frames.of(visit, "favourites", favourite.name(), Optional.of(vendor));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtefavouriteGenerated.render(out, null, frame, shown));
    }

    /** Of those that are sold still. */
    static Map<Sku, CatalogEntry> names(Catalog catalog, Caller caller, VendorId vendor, Set<Sku> skus) {
        return catalog.named(caller, vendor, skus).orElseThrow().stream()
                .collect(Collectors.toMap(entry -> entry.variant().sku(), Function.identity()));
    }

    private Reply edit(Visit visit) {
        return after(
                visit,
                favourites.edit(
                        visit.caller(),
                        visit.key(),
                        id(visit),
                        version(visit),
                        visit.form().typed("name").strip(),
                        SaveForm.sharing(visit.form())),
                "told.favourite-changed");
    }

    private Reply change(Visit visit) {
        LineId line = new LineId(visit.part("line"));
        int quantity = visit.form().number("quantity").orElseThrow(FavouritePages::noNumber);
        return after(
                visit,
                favourites.change(
                        visit.caller(), visit.key(), id(visit), version(visit), line, quantity, Optional.empty()),
                "told.favourite-changed");
    }

    private Reply remove(Visit visit) {
        Outcome<FavouriteId> removed = favourites.delete(visit.caller(), visit.key(), id(visit), version(visit));
        if (removed instanceof Outcome.Refused<FavouriteId> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther(LIST).with(Cookies.told("told.favourite-removed"));
    }

    private Reply after(Visit visit, Outcome<Favourite> outcome, String told) {
        if (outcome instanceof Outcome.Refused<Favourite> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther(LIST + "/" + visit.id("favourite")).with(Cookies.told(told));
    }

    private static FavouriteId id(Visit visit) {
        return new FavouriteId(visit.id("favourite"));
    }

    /** The one that was looked at: what a colleague has changed meanwhile is not overwritten. */
    private static Optional<Long> version(Visit visit) {
        return visit.form()
                .text("version")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static RefusedException noNumber() {
        return new RefusedException(
                Refusal.of(Refusal.Kind.UNPROCESSABLE, "quantity-invalid", "The quantity must be a whole number."));
    }
}
