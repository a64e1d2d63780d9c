package org.torg.portal.favourite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Csrf;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.favourite.JteusedGenerated;

/**
 * Puts a favourite into a cart, a new one unless an open one was named, and tells which answers are needed now (H49, H50). The page
 * that tells it has an address of its own and can be loaded again: it asks for the answer to the same deed, which is done once and
 * told as things stand then. The address carries a proof that this session has done it, so that nothing is ever done by a link.
 */
@Component(service = Pages.class)
public final class UseFavouritePages implements Pages {

    private static final String CART = "cart";
    private static final String PROOF = "proof";

    private final Favourites favourites;
    private final Configurations configurations;
    private final Catalog catalog;
    private final Frames frames;

    @Activate
    public UseFavouritePages(
            @Reference Favourites favourites,
            @Reference Configurations configurations,
            @Reference Catalog catalog,
            @Reference Frames frames) {
        this.favourites = favourites;
        this.configurations = configurations;
        this.catalog = catalog;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                // Who comes here by a link, or back, looks at the favourite: nothing is done by looking.
                Route.get(
                        "/favourites/{favourite}/use",
                        Route.Door.IN_COMPANY,
                        visit -> Reply.seeOther("/favourites/" + visit.id("favourite"))),
                Route.get("/favourites/{favourite}/used", Route.Door.IN_COMPANY, this::tell),
                Route.post("/favourites/{favourite}/use", Route.Door.IN_COMPANY, this::use));
    }

    private Reply use(Visit visit) {
        Outcome<Reuse> outcome = use(visit, visit.form(), visit.key());
        if (outcome instanceof Outcome.Refused<Reuse> refused) {
            return frames.refused(visit, refused.refusal());
        }
        if (visit.key().isEmpty()) {
            return page(visit, outcome.orElseThrow());
        }
        Fields deed = Fields.NONE
                .with(Visit.KEY, visit.form().typed(Visit.KEY))
                .with(CART, visit.form().typed(CART));
        return Reply.seeOther(
                favourite(visit) + "/used?" + Paths.query(deed.with(PROOF, Csrf.token(secret(visit, deed)))));
    }

    private Reply tell(Visit visit) {
        Fields deed = visit.query();
        Optional<IdempotencyKey> key =
                deed.text(Visit.KEY).filter(IdempotencyKey::isValid).map(IdempotencyKey::new);
        if (key.isEmpty() || !Csrf.isGood(deed.typed(PROOF), secret(visit, deed))) {
            return Reply.seeOther(favourite(visit));
        }
        Outcome<Reuse> outcome = use(visit, deed, key);
        return outcome instanceof Outcome.Refused<Reuse> refused
                ? frames.refused(visit, refused.refusal())
                : page(visit, outcome.orElseThrow());
    }

    /** What only this session knows of this one deed. */
    private static String secret(Visit visit, Fields deed) {
        return String.join(
                " ",
                "favourite",
                visit.id("favourite"),
                deed.typed(Visit.KEY),
                deed.typed(CART),
                visit.token().orElse(""));
    }

    private static String favourite(Visit visit) {
        return "/favourites/" + visit.id("favourite");
    }

    private Outcome<Reuse> use(Visit visit, Fields deed, Optional<IdempotencyKey> key) {
        Favourites.Use use =
                new Favourites.Use(deed.text(CART).map(CartId::new), Optional.empty(), List.of(), Optional.empty());
        return favourites.use(visit.caller(), key, new FavouriteId(visit.id("favourite")), use);
    }

    private Reply page(Visit visit, Reuse reuse) {
        UsedFavourite used = used(visit.caller(), reuse);
        Frame frame = frames.of(visit, "favourites", visit.reader().text("favourite.used"), Optional.of(used.vendor()));
        return Reply.page(out -> JteusedGenerated.render(out, null, frame, used));
    }

    private UsedFavourite used(Caller caller, Reuse reuse) {
        VendorId vendor = reuse.view().cart().vendor();
        Map<Sku, ConfigurationModel> models = new HashMap<>();
        reuse.lines().stream()
                .filter(line ->
                        UsedFavourite.needsAnswers(line) || !line.defaulted().isEmpty())
                .map(Reuse.Line::sku)
                .distinct()
                .forEach(sku -> {
                    Outcome<Guidance> guidance = configurations.guide(caller, Optional.of(vendor), sku, Answers.NONE);
                    if (guidance.isDone()) {
                        models.put(sku, guidance.orElseThrow().model());
                    }
                });
        return new UsedFavourite(
                reuse,
                FavouritePages.names(
                        catalog,
                        caller,
                        vendor,
                        reuse.lines().stream().map(Reuse.Line::sku).collect(Collectors.toSet())),
                models);
    }
}
