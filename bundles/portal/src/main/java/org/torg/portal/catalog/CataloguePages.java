package org.torg.portal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.CatalogSearch;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.catalog.JtelistGenerated;
import org.torg.portal.template.catalog.JtesuggestionsGenerated;

/** The catalogue with facets and search (H23-H25, H33, H34). Strangers see it without prices (L12). */
@Component(service = Pages.class)
public final class CataloguePages implements Pages {

    private static final int PER_PAGE = 24;
    private static final int SUGGESTED = 8;

    private final Catalog catalog;
    private final CatalogSearch search;
    private final CatalogMedia media;
    private final Frames frames;

    @Activate
    public CataloguePages(
            @Reference Catalog catalog,
            @Reference CatalogSearch search,
            @Reference CatalogMedia media,
            @Reference Frames frames) {
        this.catalog = catalog;
        this.search = search;
        this.media = media;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/catalogue", Route.Door.ANYBODY, this::list),
                Route.get("/catalogue/suggestions", Route.Door.ANYBODY, this::suggestions));
    }

    private Reply list(Visit visit) {
        Fields asked = visit.query();
        Optional<VendorId> vendor =
                asked.text("vendor").filter(id -> id.matches("[a-z0-9-]{1,40}")).map(VendorId::new);
        Listing listing = find(visit.caller(), asked, vendor);
        Optional<VendorId> stall =
                vendor.filter(id -> visit.reader().descriptor(id).isPresent());
        Frame frame = frames.of(visit, "catalogue", visit.reader().text("catalogue.title"), stall);
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, listing));
    }

    private Listing find(Caller caller, Fields asked, Optional<VendorId> vendor) {
        Optional<String> text = asked.text("q").map(typed -> typed.substring(0, Math.min(typed.length(), 200)));
        Optional<String> category = asked.text("category");
        Map<String, List<String>> chosen = chosen(asked);
        Set<AvailabilityState> availability =
                asked.has("stock") ? Set.of(AvailabilityState.IN_STOCK, AvailabilityState.MADE_TO_ORDER) : Set.of();
        SearchQuery.Sort sort = sort(asked);
        PageRequest page = new PageRequest(asked.text("after"), PER_PAGE);
        Outcome<CatalogSearch.Result> found = search.search(
                caller, new SearchQuery(text, vendor, category, chosen, availability, sort, true, true), page);
        Catalogue catalogue = new Catalogue(catalog.categories(caller, vendor), chosen, asked);
        if (found instanceof Outcome.Refused<CatalogSearch.Result> refused
                && refused.refusal().code().equals("search-not-ready")) {
            Catalog.Listing plain = catalog.find(
                            caller,
                            new ProductQuery(
                                    vendor, category, text, chosen, true, new PageRequest(Optional.empty(), PER_PAGE)))
                    .orElseThrow();
            return new Listing(
                    catalogue,
                    plain.page(),
                    pictures(caller, catalogue, plain.page()),
                    plain.facets(),
                    plain.page().items().size(),
                    false);
        }
        CatalogSearch.Result result = found.orElseThrow();
        return new Listing(
                catalogue,
                result.page(),
                pictures(caller, catalogue, result.page()),
                result.facets(),
                result.total(),
                result.relaxed());
    }

    private Pictures pictures(Caller caller, Catalogue catalogue, Page<CatalogEntry> page) {
        return Pictures.of(media, caller, page.items(), catalogue.below());
    }

    private static Map<String, List<String>> chosen(Fields asked) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        asked.byName().forEach((name, values) -> {
            List<String> given =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (name.startsWith(Catalogue.FACET) && !given.isEmpty()) {
                chosen.put(name.substring(Catalogue.FACET.length()), given);
            }
        });
        return chosen;
    }

    private static SearchQuery.Sort sort(Fields asked) {
        return switch (asked.typed("sort")) {
            case "name" -> SearchQuery.Sort.NAME;
            case "sku" -> SearchQuery.Sort.SKU;
            default -> SearchQuery.Sort.RELEVANCE;
        };
    }

    /** A piece of a page; empty while there is no index. */
    private Reply suggestions(Visit visit) {
        String typed = visit.query().typed("q");
        List<CatalogSearch.Suggestion> articles = Stream.of(typed)
                .filter(text -> !text.isBlank() && text.length() <= 200)
                .map(text -> search.suggest(visit.caller(), text, Optional.empty(), SUGGESTED))
                .filter(Outcome::isDone)
                .flatMap(outcome -> outcome.orElseThrow().articles().stream())
                .collect(Collectors.toList());
        return Reply.page(out -> JtesuggestionsGenerated.render(out, null, articles, visit.reader()));
    }
}
