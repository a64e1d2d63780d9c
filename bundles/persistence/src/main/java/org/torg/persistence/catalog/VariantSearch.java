package org.torg.persistence.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.store.CatalogStore.Position;
import org.torg.persistence.tx.Sql;

/** Says in SQL which variants a query wants. */
final class VariantSearch {

    // What follows -- is for Derby, whose optimizer would sort or scan; to PostgreSQL it is a comment. The line must
    // end.
    private static final String FROM = " FROM --DERBY-PROPERTIES joinOrder=FIXED\n";
    private static final String CATEGORY = " variant_facet c --DERBY-PROPERTIES index=variant_facet_value\n";
    private static final String VARIANT = " variant v --DERBY-PROPERTIES constraint=variant_pk\n";
    // By itself it would read all variants and all stock into a hash table for a page of twenty.
    private static final String VARIANT_OF_CATEGORY =
            " JOIN variant v --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=variant_pk\n"
                    + " ON v.vendor = c.vendor AND v.sku = c.sku";
    private static final String STOCK =
            " JOIN stock s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=stock_pk\n"
                    + " ON s.vendor = v.vendor AND s.sku = v.sku WHERE 1 = 1";
    private static final String FACETS_OF_VARIANT = " variant_facet f --DERBY-PROPERTIES constraint=variant_facet_pk\n";

    private static final String CHOSEN_FACET =
            " AND EXISTS (SELECT 1 FROM variant_facet x --DERBY-PROPERTIES constraint=variant_facet_pk\n"
                    + " WHERE x.vendor = v.vendor AND x.sku = v.sku AND x.code = ? AND ";

    private VariantSearch() {}

    /**
     * Variants in the order of SKU and vendor. With a category the index of facet values leads, which holds them in this
     * order; otherwise that of the variants: nothing is sorted, and reading ends with the page.
     */
    static Sql page(ProductQuery query, Optional<Position> after, int limit) {
        boolean byCategory = query.category().isPresent();
        String lead = byCategory ? "c" : "v";
        Sql sql = Sql.of(VariantRows.SELECT);
        sql.add(FROM).add(byCategory ? CATEGORY + VARIANT_OF_CATEGORY : VARIANT).add(STOCK);
        query.category()
                .ifPresent(path -> sql.add(" AND c.code = ? AND c.facet_value = ?", VariantRows.IN_CATEGORY, path));
        narrow(sql, query, Set.of());
        after.ifPresent(position -> sql.add(
                " AND " + lead + ".sku >= ? AND (" + lead + ".sku > ? OR " + lead + ".vendor > ?)",
                position.sku().value(),
                position.sku().value(),
                position.vendor().value()));
        return sql.add(" ORDER BY " + lead + ".sku, " + lead + ".vendor").limit(limit);
    }

    /** Counts of the values of all codes but those that were chosen. */
    static Sql openCounts(ProductQuery query) {
        Sql sql = counts(query).add(" WHERE f.code <> ?", VariantRows.IN_CATEGORY);
        query.facets().keySet().forEach(chosen -> sql.add(" AND f.code <> ?", chosen));
        category(sql, query);
        narrow(sql, query, Set.of());
        return sql.add(" GROUP BY f.code, f.facet_value");
    }

    /** Counts of the values of a chosen code, as if it had not been chosen. */
    static Sql chosenCounts(ProductQuery query, String code) {
        Sql sql = counts(query).add(" WHERE f.code = ?", code);
        category(sql, query);
        narrow(sql, query, Set.of(code));
        return sql.add(" GROUP BY f.code, f.facet_value");
    }

    private static Sql counts(ProductQuery query) {
        Sql sql = Sql.of("SELECT f.code, f.facet_value, COUNT(*) AS variants").add(FROM);
        boolean byCategory = query.category().isPresent();
        if (byCategory) {
            sql.add(CATEGORY);
        }
        if (needsVariant(query)) {
            sql.add(byCategory ? " JOIN variant v ON v.vendor = c.vendor AND v.sku = c.sku" : VARIANT);
            if (query.orderable()) {
                sql.add(" JOIN stock s ON s.vendor = v.vendor AND s.sku = v.sku");
            }
            return sql.add(" JOIN").add(FACETS_OF_VARIANT).add(" ON f.vendor = v.vendor AND f.sku = v.sku");
        }
        return byCategory
                ? sql.add(" JOIN").add(FACETS_OF_VARIANT).add(" ON f.vendor = c.vendor AND f.sku = c.sku")
                : sql.add(" variant_facet f");
    }

    private static boolean needsVariant(ProductQuery query) {
        return query.text().isPresent()
                || !query.facets().isEmpty()
                || query.orderable()
                || query.vendor().isPresent();
    }

    private static void category(Sql sql, ProductQuery query) {
        query.category()
                .ifPresent(path -> sql.add(" AND c.code = ? AND c.facet_value = ?", VariantRows.IN_CATEGORY, path));
    }

    private static void narrow(Sql sql, ProductQuery query, Set<String> except) {
        query.vendor().ifPresent(vendor -> sql.add(" AND v.vendor = ?", vendor.value()));
        if (query.orderable()) {
            sql.add(" AND (v.stock_policy <> 'DENY' OR s.on_hand > s.reserved)");
        }
        query.text().ifPresent(text -> words(text)
                .forEach(word -> sql.add(" AND v.search_text LIKE ? ESCAPE '!'", "%" + escape(word) + "%")));
        for (Map.Entry<String, List<String>> facet : query.facets().entrySet()) {
            if (!except.contains(facet.getKey())) {
                sql.add(CHOSEN_FACET, facet.getKey());
                sql.addIn("x.facet_value", cut(facet.getValue())).add(")");
            }
        }
    }

    private static Collection<String> cut(List<String> values) {
        return values.stream().map(VariantRows::facetValue).toList();
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String escape(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
