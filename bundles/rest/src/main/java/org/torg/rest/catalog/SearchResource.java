package org.torg.rest.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.CatalogSearch;
import org.torg.api.catalog.CatalogSearch.Suggestions;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.catalog.ProductResource.ProductsJson.FacetJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;

/** Search in the catalogue, and what is suggested while somebody types. Strangers see no prices (L12). */
@Component(service = Resource.class)
@Path("catalog")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource implements Resource {

    private static final Cursor CURSOR = new Cursor("search");
    private static final int SUGGESTED = 8;

    private final CatalogSearch search;
    private final CatalogMedia media;
    private final MessageText texts;

    @Activate
    public SearchResource(
            @Reference CatalogSearch search, @Reference CatalogMedia media, @Reference MessageText texts) {
        this.search = search;
        this.media = media;
        this.texts = texts;
    }

    @GET
    @Path("search")
    public Response search(@BeanParam Asked asked) {
        Query query = asked.query();
        Wanted wanted = query.settle(new Wanted(
                new SearchQuery(
                        query.text("q", SearchQuery.MAX_TEXT),
                        query.vendor(),
                        query.text("category", 200),
                        ProductResource.filters(query),
                        availability(query),
                        query.word("sort", SearchQuery.Sort.class).orElse(SearchQuery.Sort.RELEVANCE),
                        query.flag("facets"),
                        query.flag("prices", true)),
                query.page(CURSOR)));
        Caller caller = asked.caller();
        CatalogSearch.Result found =
                search.search(caller, wanted.query(), wanted.page()).orElseThrow();
        return Replies.shared(
                new FoundJson(
                        ProductResource.listed(found.page().items(), caller, media, texts),
                        found.total(),
                        found.relaxed(),
                        found.page().next().map(CURSOR::write),
                        wanted.query().withFacets()
                                ? Optional.of(ProductResource.ProductsJson.facets(found.facets()))
                                : Optional.empty()),
                caller.isStranger());
    }

    /** What can be ordered is a choice of states. */
    private static Set<AvailabilityState> availability(Query query) {
        Set<AvailabilityState> states = query.words("availability", AvailabilityState.class);
        boolean orderable = query.flag("orderable");
        if (orderable && !states.isEmpty()) {
            query.fault("orderable", "parameters-exclusive", "State one of orderable and availability.");
        }
        return orderable ? AvailabilityState.ORDERABLE : states;
    }

    private record Wanted(SearchQuery query, PageRequest page) {}

    @GET
    @Path("suggest")
    public Response suggest(@BeanParam Asked asked) {
        Query query = asked.query();
        Typed typed = query.settle(new Typed(
                query.text("q", SearchQuery.MAX_TEXT).orElse(""),
                query.vendor(),
                query.limit(SUGGESTED, CatalogSearch.MOST_SUGGESTED)));
        Caller caller = asked.caller();
        Suggestions found = search.suggest(caller, typed.text(), typed.vendor(), typed.limit())
                .orElseThrow();
        return Replies.shared(SuggestionsJson.of(found, caller), caller.isStranger());
    }

    private record Typed(String text, Optional<VendorId> vendor, int limit) {}

    /**
     * @param relaxed whether similar words count, because nothing has those that were written
     * @param facets absent unless asked for
     */
    public record FoundJson(
            List<ProductJson> items,
            long total,
            boolean relaxed,
            Optional<String> next,
            Optional<List<FacetJson>> facets) {}

    /** Texts in the caller's language. No prices, whoever asks. */
    public record SuggestionsJson(
            List<SuggestedArticleJson> articles, List<String> brands, List<SuggestedCategoryJson> categories) {

        public record SuggestedArticleJson(String vendor, String sku, String name, String brand) {}

        public record SuggestedCategoryJson(String vendor, String path, String name) {}

        static SuggestionsJson of(Suggestions found, Caller caller) {
            return new SuggestionsJson(
                    found.articles().stream()
                            .map(one -> new SuggestedArticleJson(
                                    one.article().vendor().value(),
                                    one.article().sku().value(),
                                    one.name().in(caller.language()),
                                    one.brand()))
                            .toList(),
                    found.brands(),
                    found.categories().stream()
                            .map(category -> new SuggestedCategoryJson(
                                    category.vendor().value(),
                                    category.path(),
                                    category.name().in(caller.language())))
                            .toList());
        }
    }
}
