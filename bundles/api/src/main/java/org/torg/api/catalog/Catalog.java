package org.torg.api.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/** What is for sale. */
@ProviderType
public interface Catalog {

    /**
     * Variants in the order of their SKU. Prices are there for callers with {@code PRICE_READ} only. Refused with
     * {@code cursor-invalid}.
     */
    Outcome<Listing> find(Caller caller, ProductQuery query);

    /**
     * @param vendor may be left out where one vendor only has this SKU, else refused with {@code vendor-required}
     */
    Outcome<CatalogEntry> get(Caller caller, Optional<VendorId> vendor, Sku sku);

    /**
     * Those of these articles that there are, in the order of their SKUs and without prices: for naming what a cart or a list
     * holds. Two statements, however many.
     */
    Outcome<List<CatalogEntry>> named(Caller caller, VendorId vendor, Collection<Sku> skus);

    List<Category> categories(Caller caller, Optional<VendorId> vendor);

    /** @param facets empty unless asked for */
    record Listing(Page<CatalogEntry> page, List<Facet> facets) {
        public Listing {
            facets = List.copyOf(facets);
        }
    }
}
