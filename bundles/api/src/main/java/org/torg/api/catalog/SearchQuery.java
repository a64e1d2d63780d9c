package org.torg.api.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.torg.api.vendor.VendorId;

/**
 * What somebody looks for.
 *
 * @param text plain text, whatever it holds; all its words must be found, at most {@value #MAX_WORDS} of them count; empty: everything
 * @param category a path; its subcategories count too
 * @param facets attribute code (or {@code brand}, {@code category}) to accepted values; values of one code are alternatives
 * @param availability alternatives; empty: however it can be had. As it was some seconds ago
 * @param withFacets whether facet counts are wanted too
 * @param withPrices whether prices are wanted; who may not see them gets none anyway
 */
public record SearchQuery(
        Optional<String> text,
        Optional<VendorId> vendor,
        Optional<String> category,
        Map<String, List<String>> facets,
        Set<AvailabilityState> availability,
        Sort sort,
        boolean withFacets,
        boolean withPrices) {

    public static final int MAX_TEXT = 1000;
    public static final int MAX_WORDS = 10;

    public enum Sort {
        /** The best match first; without a text, by name. */
        RELEVANCE,
        /** As a dictionary of the caller's language has it. */
        NAME,
        SKU
    }

    public SearchQuery {
        facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
        availability = availability.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(availability));
    }

    /** The same within one vendor. */
    public SearchQuery of(VendorId only) {
        return new SearchQuery(text, Optional.of(only), category, facets, availability, sort, withFacets, withPrices);
    }
}
