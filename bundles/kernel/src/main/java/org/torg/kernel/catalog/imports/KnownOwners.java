package org.torg.kernel.catalog.imports;

import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;

/** Which articles and categories a vendor has. */
record KnownOwners(Transactions transactions, CatalogStore catalog, VendorId vendor) {

    Set<Sku> skus(Set<Sku> asked) {
        return asked.isEmpty()
                ? Set.of()
                : transactions.read(tx -> catalog.variants(tx, vendor, asked)).stream()
                        .map(found -> found.variant().sku())
                        .collect(Collectors.toSet());
    }

    Set<String> categories(Set<String> asked) {
        return asked.isEmpty()
                ? Set.of()
                : transactions.read(tx -> catalog.categories(tx, vendor, asked)).stream()
                        .map(Category::path)
                        .collect(Collectors.toSet());
    }
}
