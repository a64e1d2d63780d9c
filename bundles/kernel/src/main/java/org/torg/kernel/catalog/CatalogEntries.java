package org.torg.kernel.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.LocalizedText;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.PriceTag;
import org.torg.api.store.AccountStore;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.pricing.PriceTags;

/**
 * Variants as a caller sees them. However many there are, each vendor among them costs one statement for the names of the
 * categories, and for those who may see prices two more.
 */
@Component(service = CatalogEntries.class)
public final class CatalogEntries {

    private final Transactions transactions;
    private final CatalogStore catalog;
    private final AccountStore accounts;
    private final PriceTags tags;
    private final Gate gate;

    @Activate
    public CatalogEntries(
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference AccountStore accounts,
            @Reference PriceTags tags,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.accounts = accounts;
        this.tags = tags;
        this.gate = gate;
    }

    /** In the same order. */
    List<CatalogEntry> of(Caller caller, List<StockedVariant> variants) {
        return of(caller, variants, true);
    }

    /**
     * In the same order.
     *
     * @param withPrices whether prices are wanted; who may not see them gets none anyway
     */
    public List<CatalogEntry> of(Caller caller, List<StockedVariant> variants, boolean withPrices) {
        Map<VendorId, List<StockedVariant>> byVendor = new LinkedHashMap<>();
        for (StockedVariant variant : variants) {
            byVendor.computeIfAbsent(variant.variant().vendor(), vendor -> new ArrayList<>())
                    .add(variant);
        }
        Map<VendorId, Map<String, LocalizedText>> names = new HashMap<>();
        Map<VendorId, Map<Sku, PriceTag>> prices = new HashMap<>();
        byVendor.forEach((vendor, theirs) -> {
            names.put(vendor, categoryNames(vendor, theirs));
            prices.put(vendor, withPrices ? prices(caller, vendor, theirs) : Map.of());
        });
        return variants.stream()
                .map(found -> entry(
                        found,
                        names.getOrDefault(found.variant().vendor(), Map.of()),
                        prices.getOrDefault(found.variant().vendor(), Map.of())))
                .toList();
    }

    private static CatalogEntry entry(
            StockedVariant found, Map<String, LocalizedText> names, Map<Sku, PriceTag> prices) {
        String category = found.variant().category();
        return new CatalogEntry(
                found.variant(),
                names.getOrDefault(category, LocalizedText.of("en", category)),
                found.availability(),
                Optional.ofNullable(prices.get(found.variant().sku())));
    }

    private Map<String, LocalizedText> categoryNames(VendorId vendor, List<StockedVariant> variants) {
        Set<String> paths =
                variants.stream().map(found -> found.variant().category()).collect(Collectors.toSet());
        return transactions.read(tx -> catalog.categories(tx, vendor, paths)).stream()
                .collect(Collectors.toMap(Category::path, Category::name));
    }

    /** Prices are for buyers: strangers, and staff who act for no account, see none (L12). */
    private Map<Sku, PriceTag> prices(Caller caller, VendorId vendor, List<StockedVariant> variants) {
        Optional<AccountId> account = caller.account()
                .filter(own -> !caller.isConfinedFrom(vendor) && gate.mayInAccount(caller, Function.PRICE_READ));
        return account.flatMap(own -> transactions.read(tx -> accounts.terms(tx, own, vendor)))
                .map(terms -> tags.tags(vendor, terms, variants))
                .orElse(Map.of());
    }
}
