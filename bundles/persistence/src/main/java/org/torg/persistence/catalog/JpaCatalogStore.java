package org.torg.persistence.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each read costs one statement; facets cost one, and one more for each code that was chosen. */
@Component(service = CatalogStore.class)
public final class JpaCatalogStore implements CatalogStore {

    // What follows -- is for Derby, see VariantSearch: by itself it would read all stock into a hash table, however few
    // articles are asked for.
    private static final String STOCKED = VariantRows.SELECT
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " variant v --DERBY-PROPERTIES constraint=variant_pk\n"
            + " JOIN stock s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=stock_pk\n"
            + " ON s.vendor = v.vendor AND s.sku = v.sku";

    private final Documents documents = new Documents();
    private final VariantRows variants = new VariantRows(documents);
    private final CatalogWrites writes = new CatalogWrites(documents, variants);

    @Override
    public List<StockedVariant> variants(Tx tx, VendorId vendor, Collection<Sku> skus) {
        Sql sql = Sql.of(STOCKED + " WHERE v.vendor = ? AND ", vendor.value())
                .addIn("v.sku", skus.stream().map(Sku::value).distinct().toList());
        return OpenTransaction.of(tx).list(sql, variants::read);
    }

    @Override
    public List<StockedVariant> variants(Tx tx, Sku sku) {
        return OpenTransaction.of(tx)
                .list(Sql.of(STOCKED + " WHERE v.sku = ? ORDER BY v.vendor", sku.value()), variants::read);
    }

    @Override
    public List<StockedVariant> find(Tx tx, ProductQuery query, Optional<Position> after, int limit) {
        return OpenTransaction.of(tx).list(VariantSearch.page(query, after, limit), variants::read);
    }

    @Override
    public List<Facet> facets(Tx tx, ProductQuery query) {
        OpenTransaction open = OpenTransaction.of(tx);
        Map<String, List<Facet.Count>> counts = new TreeMap<>();
        count(open, VariantSearch.openCounts(query), counts);
        query.facets().keySet().forEach(code -> count(open, VariantSearch.chosenCounts(query, code), counts));
        List<Facet> facets = new ArrayList<>();
        counts.forEach((code, values) -> {
            values.sort(Comparator.comparingLong(Facet.Count::count).reversed().thenComparing(Facet.Count::value));
            facets.add(new Facet(code, values));
        });
        return facets;
    }

    private static void count(OpenTransaction open, Sql sql, Map<String, List<Facet.Count>> counts) {
        open.list(sql, row -> counts.computeIfAbsent(row.text("code"), code -> new ArrayList<>())
                .add(new Facet.Count(row.text("facet_value"), row.number("variants"))));
    }

    @Override
    public List<Category> categories(Tx tx, Optional<VendorId> vendor) {
        Sql sql = Sql.of("SELECT vendor, path, name FROM category");
        vendor.ifPresent(one -> sql.add(" WHERE vendor = ?", one.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY vendor, path"), this::category);
    }

    @Override
    public List<Category> categories(Tx tx, VendorId vendor, Collection<String> paths) {
        Sql sql = Sql.of("SELECT vendor, path, name FROM category WHERE vendor = ? AND ", vendor.value())
                .addIn("path", paths.stream().distinct().toList());
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY path"), this::category);
    }

    private Category category(Row row) throws java.sql.SQLException {
        return new Category(
                new VendorId(row.text("vendor")),
                row.text("path"),
                documents.read(row.text("name"), LocalizedText.class));
    }

    @Override
    public UpsertCount upsert(Tx tx, VendorId vendor, List<ProductRow> rows) {
        return writes.upsert(OpenTransaction.of(tx), vendor, rows);
    }

    @Override
    public void upsertCategories(Tx tx, Collection<Category> categories) {
        writes.upsertCategories(OpenTransaction.of(tx), categories);
    }
}
