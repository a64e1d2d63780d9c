package org.torg.portal.catalog;

import java.util.List;
import java.util.Set;
import org.torg.api.Page;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Facet;

/**
 * A page of the catalogue.
 *
 * @param pictures of its articles and of the categories to choose from
 * @param total of all pages
 * @param relaxed whether similar words count, because nothing has those that were written
 */
public record Listing(
        Catalogue catalogue,
        Page<CatalogEntry> page,
        Pictures pictures,
        List<Facet> facets,
        long total,
        boolean relaxed) {

    private static final int MOST_VALUES = 8;
    /** What is narrowed by other means. */
    private static final Set<String> ELSEWHERE = Set.of("category", "availability", "orderable");

    /** Those worth asking: with more than one value, or chosen; the rarest values are left out. */
    public List<Facet> offered() {
        return facets.stream()
                .filter(facet -> !ELSEWHERE.contains(facet.code()))
                .filter(facet -> facet.values().size() > 1 || catalogue.chosen().containsKey(facet.code()))
                .map(facet -> new Facet(
                        facet.code(), facet.values().stream().limit(MOST_VALUES).toList()))
                .toList();
    }
}
