package org.torg.api.catalog;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.LocalizedText;
import org.torg.api.vendor.VendorId;

/**
 * What can be ordered: one article.
 *
 * @param product code of the product whose variant it is
 * @param category path of codes, such as {@code indoor/downlights}
 * @param vatCategory decides the rate together with country and date, such as {@code standard}
 * @param bulky whether it goes outside the parcel flow (L45-L48)
 * @param leadDays working days until it can leave when it is not on the shelf
 * @param attributes code to value, in the order of the codes
 */
public record Variant(
        VendorId vendor,
        Sku sku,
        String product,
        LocalizedText name,
        LocalizedText description,
        String category,
        String brand,
        Optional<String> ean,
        String vatCategory,
        BigDecimal weightKg,
        boolean bulky,
        StockPolicy stockPolicy,
        int leadDays,
        Map<String, String> attributes) {

    public Variant {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
