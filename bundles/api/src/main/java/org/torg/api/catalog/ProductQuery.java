package org.torg.api.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.PageRequest;
import org.torg.api.vendor.VendorId;

/**
 * Which variants are wanted.
 *
 * @param category a path; its subcategories count too
 * @param text words that must all occur in name, SKU, EAN, brand or product code; without regard to case
 * @param facets attribute code (or {@code brand}) to accepted values; values of one code are alternatives
 * @param orderable whether only those are wanted that can be ordered now: not what is sold out (H33)
 * @param withFacets whether facet counts are wanted too
 */
public record ProductQuery(
        Optional<VendorId> vendor,
        Optional<String> category,
        Optional<String> text,
        Map<String, List<String>> facets,
        boolean orderable,
        boolean withFacets,
        PageRequest page) {

    /** Also what is sold out. */
    public ProductQuery(
            Optional<VendorId> vendor,
            Optional<String> category,
            Optional<String> text,
            Map<String, List<String>> facets,
            boolean withFacets,
            PageRequest page) {
        this(vendor, category, text, facets, false, withFacets, page);
    }

    public ProductQuery {
        facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
    }
}
