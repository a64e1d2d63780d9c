package org.torg.api.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.Variant;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Products, variants and categories. */
@ProviderType
public interface CatalogStore {

    /** Known ones among these SKUs, in one statement. */
    List<StockedVariant> variants(Tx tx, VendorId vendor, Collection<Sku> skus);

    /** The variants of all vendors that have this SKU. */
    List<StockedVariant> variants(Tx tx, Sku sku);

    /**
     * In the order of SKU and vendor, at most {@code limit}.
     *
     * @param after exclusive; empty from the beginning
     */
    List<StockedVariant> find(Tx tx, ProductQuery query, Optional<Position> after, int limit);

    /** Counts of all facets; a facet's own choice does not narrow its own counts. */
    List<Facet> facets(Tx tx, ProductQuery query);

    List<Category> categories(Tx tx, Optional<VendorId> vendor);

    /** Names of these category paths. */
    List<Category> categories(Tx tx, VendorId vendor, Collection<String> paths);

    /** Inserts or replaces in batches. The stock of what was there stays as it is: see {@link StockStore#count}. */
    UpsertCount upsert(Tx tx, VendorId vendor, List<ProductRow> rows);

    void upsertCategories(Tx tx, Collection<Category> categories);

    record StockedVariant(Variant variant, Availability availability) {}

    record Position(Sku sku, VendorId vendor) {}

    /** @param onHand what a new one begins with; empty: 0 */
    record ProductRow(Variant variant, LocalizedText productName, Optional<Integer> onHand) {}

    record UpsertCount(int inserted, int updated) {}
}
