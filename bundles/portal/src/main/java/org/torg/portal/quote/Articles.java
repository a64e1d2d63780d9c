package org.torg.portal.quote;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.torg.api.LocalizedText;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/** The articles of a list by their names, as far as they are sold still. */
public record Articles(Map<Sku, CatalogEntry> entries) {

    public Articles {
        entries = Map.copyOf(entries);
    }

    public static Articles of(Catalog catalog, Caller caller, VendorId vendor, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return new Articles(Map.of());
        }
        return new Articles(catalog.named(caller, vendor, Set.copyOf(skus)).orElseThrow().stream()
                .collect(Collectors.toMap(entry -> entry.variant().sku(), Function.identity())));
    }

    public boolean isSold(Sku sku) {
        return entries.containsKey(sku);
    }

    /** Its name; its number where it is not sold any more. */
    public LocalizedText name(Sku sku) {
        return Optional.ofNullable(entries.get(sku))
                .map(entry -> entry.variant().name())
                .orElse(LocalizedText.of("en", sku.value()));
    }
}
