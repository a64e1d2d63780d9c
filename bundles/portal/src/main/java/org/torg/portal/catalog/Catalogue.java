package org.torg.portal.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.torg.api.catalog.Category;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

/**
 * Where somebody stands in the catalogue.
 *
 * @param categories of the vendor, or of all
 * @param chosen facets
 * @param asked the whole query
 */
public record Catalogue(List<Category> categories, Map<String, List<String>> chosen, Fields asked) {

    static final String FACET = "f.";

    /** The same list with this value of a facet taken away. */
    public String without(String facet, String value) {
        Map<String, List<String>> byName = new LinkedHashMap<>(asked.byName());
        byName.remove("after");
        List<String> rest = new ArrayList<>(byName.getOrDefault(FACET + facet, List.of()));
        rest.remove(value);
        byName.put(FACET + facet, rest);
        return path(new Fields(byName));
    }

    /** The same list from another place on. */
    public String from(String cursor) {
        return path(asked.with("after", cursor));
    }

    public String first() {
        return path(asked.without("after"));
    }

    /** All of it, without text and facets. */
    public String everything() {
        Fields kept = Fields.NONE;
        for (String name : List.of("vendor", "category")) {
            if (asked.text(name).isPresent()) {
                kept = kept.with(name, asked.typed(name));
            }
        }
        return path(kept);
    }

    public static String of(Category category) {
        return path(Fields.NONE.with("vendor", category.vendor().value()).with("category", category.path()));
    }

    public boolean isChosen(String facet, String value) {
        return chosen.getOrDefault(facet, List.of()).contains(value);
    }

    public boolean isNarrowed() {
        return !chosen.isEmpty() || asked.text("q").isPresent() || asked.has("stock");
    }

    /** Top categories, or those below the chosen one. */
    public List<Category> below() {
        String here = asked.typed("category");
        int depth = here.isEmpty() ? 1 : here.split("/").length + 1;
        return categories.stream()
                .filter(category -> category.path().split("/").length == depth)
                .filter(category -> here.isEmpty() || category.path().startsWith(here + "/"))
                .toList();
    }

    /** The chosen category and those above it, the topmost first. */
    public List<Category> trail() {
        String here = asked.typed("category");
        return categories.stream()
                .filter(category -> here.equals(category.path()) || here.startsWith(category.path() + "/"))
                .toList();
    }

    private static String path(Fields fields) {
        String query = Paths.query(fields);
        return query.isEmpty() ? "/catalogue" : "/catalogue?" + query;
    }
}
