package org.torg.rest.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;

/** What is for sale. Strangers see no prices (L12). */
@Component(service = Resource.class)
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
public final class ProductResource implements Resource {

    private static final Cursor CURSOR = new Cursor("products");
    private static final int MAX_FILTERS = 20;

    private final Catalog catalog;
    private final CatalogMedia media;
    private final MessageText texts;

    @Activate
    public ProductResource(@Reference Catalog catalog, @Reference CatalogMedia media, @Reference MessageText texts) {
        this.catalog = catalog;
        this.media = media;
        this.texts = texts;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        ProductQuery wanted = query.settle(new ProductQuery(
                query.vendor(),
                query.text("category", 200),
                query.text("text", 200),
                filters(query),
                query.flag("orderable"),
                query.flag("facets"),
                query.page(CURSOR)));
        Caller caller = asked.caller();
        Catalog.Listing listing = catalog.find(caller, wanted).orElseThrow();
        return Replies.shared(
                new ProductsJson(
                        listed(listing.page().items(), caller, media, texts),
                        listing.page().next().map(CURSOR::write),
                        wanted.withFacets()
                                ? Optional.of(listing.facets()).map(ProductsJson::facets)
                                : Optional.empty()),
                caller.isStranger());
    }

    /** An article number may hold slashes. */
    @GET
    @Path("{sku: .+}")
    public Response get(@BeanParam Asked asked, @PathParam("sku") String sku) {
        Query query = asked.query();
        Optional<VendorId> vendor = query.settle(query.vendor());
        if (!Sku.isValid(sku)) {
            throw new RefusedException(Refusal.notFound("product"));
        }
        Caller caller = asked.caller();
        CatalogEntry entry = catalog.get(caller, vendor, new Sku(sku)).orElseThrow();
        ArticleKey key = key(entry);
        ProductJson product = ProductJson.of(entry, media.of(caller, key), texts.of(key.vendor(), caller.language()));
        return Replies.shared(product, caller.isStranger());
    }

    private static ArticleKey key(CatalogEntry entry) {
        return new ArticleKey(entry.variant().vendor(), entry.variant().sku());
    }

    /** In the same order. */
    static List<ProductJson> listed(List<CatalogEntry> entries, Caller caller, CatalogMedia media, MessageText texts) {
        Map<ArticleKey, Medium> pictures = media.pictures(
                caller, entries.stream().map(ProductResource::key).toList());
        return entries.stream()
                .map(entry -> ProductJson.of(
                        entry,
                        Optional.ofNullable(pictures.get(key(entry))),
                        texts.of(entry.variant().vendor(), caller.language())))
                .toList();
    }

    /** {@code filter=ip:IP44} as often as wanted; values of one code are alternatives. */
    static Map<String, List<String>> filters(Query query) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        List<String> given = query.texts("filter", 200);
        for (String filter : given) {
            int colon = filter.indexOf(':');
            if (colon < 1 || colon == filter.length() - 1 || given.size() > MAX_FILTERS) {
                query.fault("filter", "filter-invalid", "A filter is written as code:value, and there may be 20.");
                return Map.of();
            }
            filters.computeIfAbsent(filter.substring(0, colon), code -> new ArrayList<>())
                    .add(filter.substring(colon + 1));
        }
        return filters;
    }

    /** @param facets absent unless asked for */
    public record ProductsJson(List<ProductJson> items, Optional<String> next, Optional<List<FacetJson>> facets) {

        /** @param code to be used in a filter */
        public record FacetJson(String code, List<CountJson> values) {}

        public record CountJson(String value, long count) {}

        static List<FacetJson> facets(List<Facet> facets) {
            return facets.stream()
                    .map(facet -> new FacetJson(
                            facet.code(),
                            facet.values().stream()
                                    .map(value -> new CountJson(value.value(), value.count()))
                                    .toList()))
                    .toList();
        }
    }
}
