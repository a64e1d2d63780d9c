package org.torg.persistence.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Variant;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.CatalogStore.UpsertCount;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/**
 * Inserts or replaces, in parts of {@value #PART} rows. A part costs at most nine statements: which products and variants are
 * there, products, variants and facets each inserted, and updated or deleted before, and stock inserted. No stock that
 * orders may wait for is locked.
 */
final class CatalogWrites {

    private static final int PART = 500;

    private final Documents documents;
    private final VariantRows variants;

    CatalogWrites(Documents documents, VariantRows variants) {
        this.documents = documents;
        this.variants = variants;
    }

    UpsertCount upsert(OpenTransaction tx, VendorId vendor, List<ProductRow> rows) {
        // Of a SKU that comes twice the last row counts. The order of SKUs keeps transactions from locking each other
        // out.
        Map<String, ProductRow> bySku = new TreeMap<>();
        rows.forEach(row -> bySku.put(row.variant().sku().value(), row));
        List<ProductRow> sorted = List.copyOf(bySku.values());
        int inserted = 0;
        for (int from = 0; from < sorted.size(); from += PART) {
            List<ProductRow> part = sorted.subList(from, Math.min(from + PART, sorted.size()));
            products(tx, vendor, part);
            inserted += variants(tx, vendor, part);
        }
        return new UpsertCount(inserted, sorted.size() - inserted);
    }

    private void products(OpenTransaction tx, VendorId vendor, List<ProductRow> rows) {
        Map<String, LocalizedText> names = new TreeMap<>();
        rows.forEach(row -> names.put(row.variant().product(), row.productName()));
        Sql known = Sql.of("SELECT code FROM product WHERE vendor = ? AND ", vendor.value())
                .addIn("code", names.keySet());
        Set<String> there = new HashSet<>(tx.list(known, row -> row.text("code")));
        Split split = new Split();
        names.forEach((code, name) ->
                split.add(there.contains(code), new Object[] {documents.write(name), vendor.value(), code}));
        tx.batch("UPDATE product SET name = ? WHERE vendor = ? AND code = ?", split.updates);
        tx.batch("INSERT INTO product (name, vendor, code) VALUES (?, ?, ?)", split.inserts);
    }

    private int variants(OpenTransaction tx, VendorId vendor, List<ProductRow> rows) {
        Sql known = Sql.of("SELECT sku FROM variant WHERE vendor = ? AND ", vendor.value())
                .addIn(
                        "sku",
                        rows.stream().map(row -> row.variant().sku().value()).toList());
        Set<String> there = new HashSet<>(tx.list(known, row -> row.text("sku")));
        Split split = new Split();
        List<Object[]> stock = new ArrayList<>();
        List<Object[]> outdated = new ArrayList<>();
        List<Object[]> facets = new ArrayList<>();
        for (ProductRow row : rows) {
            Variant variant = row.variant();
            String sku = variant.sku().value();
            boolean update = there.contains(sku);
            split.add(update, variants.parameters(row));
            if (update) {
                outdated.add(new Object[] {vendor.value(), sku});
            } else {
                stock.add(new Object[] {row.onHand().orElse(0), vendor.value(), sku});
            }
            facets.addAll(VariantRows.facets(variant));
        }
        tx.batch(VariantRows.UPDATE, split.updates);
        tx.batch(VariantRows.INSERT, split.inserts);
        tx.batch("INSERT INTO stock (on_hand, vendor, sku, reserved) VALUES (?, ?, ?, 0)", stock);
        tx.batch("DELETE FROM variant_facet WHERE vendor = ? AND sku = ?", outdated);
        tx.batch(VariantRows.INSERT_FACET, facets);
        return split.inserts.size();
    }

    void upsertCategories(OpenTransaction tx, Collection<Category> categories) {
        Map<VendorId, Map<String, Category>> byVendor = new java.util.LinkedHashMap<>();
        categories.forEach(category -> byVendor.computeIfAbsent(category.vendor(), v -> new TreeMap<>())
                .put(category.path(), category));
        byVendor.forEach((vendor, byPath) -> {
            Sql known = Sql.of("SELECT path FROM category WHERE vendor = ? AND ", vendor.value())
                    .addIn("path", new TreeSet<>(byPath.keySet()));
            Set<String> there = new HashSet<>(tx.list(known, row -> row.text("path")));
            Split split = new Split();
            byPath.forEach((path, category) -> split.add(
                    there.contains(path), new Object[] {documents.write(category.name()), vendor.value(), path}));
            tx.batch("UPDATE category SET name = ? WHERE vendor = ? AND path = ?", split.updates);
            tx.batch("INSERT INTO category (name, vendor, path) VALUES (?, ?, ?)", split.inserts);
        });
    }

    /** Rows to update and rows to insert, with the same parameters. */
    private static final class Split {
        private final List<Object[]> updates = new ArrayList<>();
        private final List<Object[]> inserts = new ArrayList<>();

        void add(boolean update, Object[] row) {
            (update ? updates : inserts).add(row);
        }
    }
}
