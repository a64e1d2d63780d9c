package org.torg.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.LocalizedText;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/**
 * Search in the words of the caller's language, by an index that follows the catalogue within seconds. While there is none, as
 * after a first start, all is refused with {@code search-not-ready}; {@link Catalog} answers nevertheless.
 */
@ProviderType
public interface CatalogSearch {

    /**
     * Articles that the caller may see. Prices are there for callers with {@code PRICE_READ} only. Refused with
     * {@code cursor-invalid}, {@code text-too-long}.
     *
     * @param page ends after {@value #DEEPEST} articles: who wants more narrows the search
     */
    Outcome<Result> search(Caller caller, SearchQuery query, PageRequest page);

    /**
     * What somebody may be about to write, while they do: never with prices, and without a look at the database.
     *
     * @param text the last word may be incomplete
     * @param limit how many articles at most, 1 to {@value #MOST_SUGGESTED}
     */
    Outcome<Suggestions> suggest(Caller caller, String text, Optional<VendorId> vendor, int limit);

    int DEEPEST = 10_000;
    int MOST_SUGGESTED = 20;

    /**
     * One page of what was found.
     *
     * @param total of all pages
     * @param relaxed whether nothing was found by the words as they were written, so that similar ones count
     * @param facets empty unless asked for; a facet's own choice does not narrow its own counts
     */
    record Result(Page<CatalogEntry> page, long total, boolean relaxed, List<Facet> facets) {
        public Result {
            facets = List.copyOf(facets);
        }
    }

    /**
     * @param articles one for each product
     * @param brands of the best matches, and so the categories
     */
    record Suggestions(List<Suggestion> articles, List<String> brands, List<Category> categories) {
        public Suggestions {
            articles = List.copyOf(articles);
            brands = List.copyOf(brands);
            categories = List.copyOf(categories);
        }
    }

    record Suggestion(ArticleKey article, LocalizedText name, String brand) {}
}
