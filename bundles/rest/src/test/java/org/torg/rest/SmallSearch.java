package org.torg.rest;

import java.util.List;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogSearch;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/** Finds one lamp, whatever is asked; for {@code later} there is no index yet. */
public final class SmallSearch implements CatalogSearch {

    private static final Refusal NOT_READY = Refusal.of(
            Refusal.Kind.UNAVAILABLE, "search-not-ready", "Search is being prepared. Try again in a moment.");

    private Optional<SearchQuery> asked = Optional.empty();
    private Optional<PageRequest> page = Optional.empty();

    public SearchQuery asked() {
        return asked.orElseThrow();
    }

    public PageRequest page() {
        return page.orElseThrow();
    }

    @Override
    public Outcome<Result> search(Caller caller, SearchQuery query, PageRequest wanted) {
        asked = Optional.of(query);
        page = Optional.of(wanted);
        if (query.text().filter("later"::equals).isPresent()) {
            return Outcome.refused(NOT_READY);
        }
        boolean priced = query.withPrices() && caller.mayAnywhere(Function.PRICE_READ);
        return Outcome.done(new Result(
                new Page<>(List.of(Samples.entry("SL-1001", priced)), Optional.of("50")),
                73,
                false,
                query.withFacets()
                        ? List.of(new Facet("availability", List.of(new Facet.Count("in-stock", 70))))
                        : List.of()));
    }

    @Override
    public Outcome<Suggestions> suggest(Caller caller, String text, Optional<VendorId> vendor, int limit) {
        return text.equals("later")
                ? Outcome.refused(NOT_READY)
                : Outcome.done(new Suggestions(
                        List.of(new Suggestion(
                                new ArticleKey(Samples.VENDOR, new Sku("SL-1001")), Samples.LAMP, "Nordlys")),
                        List.of("Nordlys"),
                        List.of(new Category(Samples.VENDOR, "indoor/ceiling", Samples.LAMP))));
    }
}
