package org.torg.persistence.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
 * there, products, variants and facets each inserted, and updated or deleted before, and stock inserted. A row that says
 * nothing new is not written, and all that is written bears one version, which costs two or three statements. No stock that orders may wait for is locked.
 */
final class CatalogWrites {

    private static final int PART = 500;

    private final Documents documents;
    private final VariantRows variants;
    private final CatalogVersions versions = new CatalogVersions();

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
        Version version = new Version(tx, vendor);
        int inserted = 0;
        for (int from = 0; from < sorted.size(); from += PART) {
            List<ProductRow> part = sorted.subList(from, Math.min(from + PART, sorted.size()));
            products(tx, vendor, part);
            inserted += variants(tx, vendor, part, version);
        }
        return new UpsertCount(inserted, sorted.size() - inserted);
    }

    private void products(OpenTransaction tx, VendorId vendor, List<ProductRow> rows) {
        Map<String, LocalizedText> names = new TreeMap<>();
        rows.forEach(row -> names.put(row.variant().product(), row.productName()));
        Sql known = Sql.of("SELECT code, name FROM product WHERE vendor = ? AND ", vendor.value())
                .addIn("code", names.keySet());
        Map<String, String> there = new HashMap<>();
        tx.list(known, row -> there.put(row.text("code"), row.text("name")));
        Split split = new Split();
        names.forEach((code, name) -> {
            String text = documents.write(name);
            if (!text.equals(there.get(code))) {
                split.add(there.containsKey(code), new Object[] {text, vendor.value(), code});
            }
        });
        tx.batch("UPDATE product SET name = ? WHERE vendor = ? AND code = ?", split.updates);
        tx.batch("INSERT INTO product (name, vendor, code) VALUES (?, ?, ?)", split.inserts);
    }

    private int variants(OpenTransaction tx, VendorId vendor, List<ProductRow> part, Version version) {
        Map<String, String> there = digests(tx, vendor, part);
        Map<ProductRow, String> news = new LinkedHashMap<>();
        for (ProductRow row : part) {
            String digest = variants.digest(row);
            if (!digest.equals(there.get(row.variant().sku().value()))) {
                news.put(row, digest);
            }
        }
        if (!news.isEmpty()) {
            write(tx, vendor, news, there.keySet(), version.number());
        }
        return (int) part.stream()
                .filter(row -> !there.containsKey(row.variant().sku().value()))
                .count();
    }

    /** Digests of those that are there; empty for one that was stored before there were digests. */
    private static Map<String, String> digests(OpenTransaction tx, VendorId vendor, List<ProductRow> rows) {
        Sql known = Sql.of("SELECT sku, digest FROM variant WHERE vendor = ? AND ", vendor.value())
                .addIn(
                        "sku",
                        rows.stream().map(row -> row.variant().sku().value()).toList());
        Map<String, String> digests = new HashMap<>();
        tx.list(
                known,
                row -> digests.put(row.text("sku"), row.optionalText("digest").orElse("")));
        return digests;
    }

    private void write(
            OpenTransaction tx, VendorId vendor, Map<ProductRow, String> rows, Set<String> there, long version) {
        Split split = new Split();
        List<Object[]> stock = new ArrayList<>();
        List<Object[]> outdated = new ArrayList<>();
        List<Object[]> facets = new ArrayList<>();
        rows.forEach((row, digest) -> {
            Variant variant = row.variant();
            String sku = variant.sku().value();
            boolean update = there.contains(sku);
            split.add(update, variants.parameters(row, digest, version));
            if (update) {
                outdated.add(new Object[] {vendor.value(), sku});
            } else {
                stock.add(new Object[] {row.onHand().orElse(0), vendor.value(), sku});
            }
            facets.addAll(VariantRows.facets(variant));
        });
        tx.batch(VariantRows.UPDATE, split.updates);
        tx.batch(VariantRows.INSERT, split.inserts);
        tx.batch("INSERT INTO stock (on_hand, vendor, sku, reserved) VALUES (?, ?, ?, 0)", stock);
        tx.batch("DELETE FROM variant_facet WHERE vendor = ? AND sku = ?", outdated);
        tx.batch(VariantRows.INSERT_FACET, facets);
    }

    void upsertCategories(OpenTransaction tx, Collection<Category> categories) {
        Map<VendorId, Map<String, Category>> byVendor = new LinkedHashMap<>();
        categories.forEach(category -> byVendor.computeIfAbsent(category.vendor(), v -> new TreeMap<>())
                .put(category.path(), category));
        byVendor.forEach((vendor, byPath) -> {
            Sql known = Sql.of("SELECT path, name FROM category WHERE vendor = ? AND ", vendor.value())
                    .addIn("path", new TreeSet<>(byPath.keySet()));
            Map<String, String> there = new HashMap<>();
            tx.list(known, row -> there.put(row.text("path"), row.text("name")));
            Split split = new Split();
            byPath.forEach((path, category) -> {
                String name = documents.write(category.name());
                if (!name.equals(there.get(path))) {
                    split.add(there.containsKey(path), new Object[] {name, vendor.value(), path});
                }
            });
            touchArticles(tx, vendor, split.updates);
            tx.batch("UPDATE category SET name = ? WHERE vendor = ? AND path = ?", split.updates);
            tx.batch("INSERT INTO category (name, vendor, path) VALUES (?, ?, ?)", split.inserts);
        });
    }

    /** An index knows the names of an article's categories. */
    private void touchArticles(OpenTransaction tx, VendorId vendor, List<Object[]> renamed) {
        if (!renamed.isEmpty()) {
            long version = versions.next(tx, vendor);
            List<String> paths = renamed.stream().map(row -> (String) row[2]).toList();
            tx.update(Sql.of("UPDATE variant SET changed = ? WHERE vendor = ? AND sku IN (", version, vendor.value())
                    .add(
                            "SELECT f.sku FROM variant_facet f WHERE f.vendor = ? AND f.code = ? AND ",
                            vendor.value(),
                            VariantRows.IN_CATEGORY)
                    .addIn("f.facet_value", paths)
                    .add(")"));
        }
    }

    /** One number for all that changes, taken when something does. */
    private final class Version {
        private final OpenTransaction tx;
        private final VendorId vendor;
        private OptionalLong taken = OptionalLong.empty();

        Version(OpenTransaction tx, VendorId vendor) {
            this.tx = tx;
            this.vendor = vendor;
        }

        long number() {
            if (taken.isEmpty()) {
                taken = OptionalLong.of(versions.next(tx, vendor));
            }
            return taken.getAsLong();
        }
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
