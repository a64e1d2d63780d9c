package org.torg.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.search.IndexedArticle;
import org.torg.api.vendor.VendorId;

/** Articles that differ in what a test looks at. */
record Articles(
        String vendor,
        String sku,
        String product,
        Map<String, String> names,
        Map<String, String> descriptions,
        String category,
        String brand,
        Optional<String> ean,
        AvailabilityState state,
        Map<String, String> attributes) {

    static final VendorId LIGHTING = new VendorId("lighting");

    static Articles named(String sku, String... languagesAndNames) {
        return new Articles(
                "lighting",
                sku,
                "P-" + sku,
                pairs(languagesAndNames),
                Map.of(),
                "indoor/things",
                "Lumo",
                Optional.empty(),
                AvailabilityState.IN_STOCK,
                Map.of());
    }

    Articles of(String other) {
        return new Articles(other, sku, product, names, descriptions, category, brand, ean, state, attributes);
    }

    Articles ofProduct(String code) {
        return new Articles(vendor, sku, code, names, descriptions, category, brand, ean, state, attributes);
    }

    Articles described(String... texts) {
        return new Articles(vendor, sku, product, names, pairs(texts), category, brand, ean, state, attributes);
    }

    Articles in(String path) {
        return new Articles(vendor, sku, product, names, descriptions, path, brand, ean, state, attributes);
    }

    Articles by(String maker) {
        return new Articles(vendor, sku, product, names, descriptions, category, maker, ean, state, attributes);
    }

    Articles ean(String number) {
        return new Articles(
                vendor, sku, product, names, descriptions, category, brand, Optional.of(number), state, attributes);
    }

    Articles being(AvailabilityState now) {
        return new Articles(vendor, sku, product, names, descriptions, category, brand, ean, now, attributes);
    }

    Articles with(String... codesAndValues) {
        return new Articles(
                vendor, sku, product, names, descriptions, category, brand, ean, state, pairs(codesAndValues));
    }

    IndexedArticle article() {
        VendorId owner = new VendorId(vendor);
        Variant variant = new Variant(
                owner,
                new Sku(sku),
                product,
                new LocalizedText(names),
                new LocalizedText(descriptions),
                category,
                brand,
                ean,
                "standard",
                BigDecimal.ONE,
                false,
                StockPolicy.DENY,
                7,
                attributes);
        List<Category> categories = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (String code : category.split("/", -1)) {
            path.append(path.length() == 0 ? "" : "/").append(code);
            categories.add(new Category(owner, path.toString(), LocalizedText.of("en", code)));
        }
        return new IndexedArticle(variant, categories, state);
    }

    private static Map<String, String> pairs(String... keysAndValues) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return pairs;
    }
}
