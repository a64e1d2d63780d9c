package org.torg.api.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogSearch.Suggestions;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.vendor.VendorId;

/**
 * The index of one node: a copy of the catalogue, no state of record. One thread writes, many search. An index that turns out to be
 * damaged is thrown away, and from then on there is none until one is built.
 */
@ProviderType
public interface ArticleIndex {

    /**
     * Up to which change of each vendor's catalogue it goes; empty when there is no index, so that one must be built. Opens
     * the index when it is the first to ask.
     */
    Optional<Map<VendorId, Long>> versions();

    /** Begins an index beside the one that is searched, if any. */
    Building build();

    /** Replaces or adds articles; they are found when this returns. Does nothing without an index. */
    void put(Collection<IndexedArticle> articles, Map<VendorId, Long> versions);

    /** Says how articles can be had now. Unknown ones are ignored. */
    void states(Map<ArticleKey, AvailabilityState> states);

    /**
     * @param from how many of the best are left out
     * @return empty when there is no index
     */
    Optional<Found> search(SearchQuery query, Locale language, int from, int limit);

    /** @return empty when there is no index */
    Optional<Suggestions> suggest(String text, Optional<VendorId> vendor, Locale language, int limit);

    /** An index that nobody searches yet. Closed without being published it is gone. */
    interface Building extends AutoCloseable {

        /** Each article once. */
        void add(Collection<IndexedArticle> articles);

        /** From now on this one is searched; the one before is deleted when its last search has ended. */
        void publish(Map<VendorId, Long> versions);

        @Override
        void close();
    }

    /** See {@link org.torg.api.catalog.CatalogSearch.Result}. */
    record Found(List<ArticleKey> keys, long total, boolean relaxed, List<Facet> facets) {
        public Found {
            keys = List.copyOf(keys);
            facets = List.copyOf(facets);
        }
    }
}
