package org.torg.api.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.catalog.Sku;

/**
 * A line as a module sees it.
 *
 * @param listPrice of one, without VAT
 * @param amount of the line as the phases before have left it, without VAT
 * @param weightKg of one
 * @param partOf the configured line that yields this one
 */
public record PricingLine(
        LineId id,
        Sku sku,
        String product,
        String category,
        String brand,
        int quantity,
        BigMoney listPrice,
        Money amount,
        BigDecimal weightKg,
        boolean bulky,
        Map<String, String> attributes,
        Optional<LineId> partOf) {

    public PricingLine {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** Of an article as it stands. */
    public PricingLine(
            LineId id,
            Sku sku,
            String product,
            String category,
            String brand,
            int quantity,
            BigMoney listPrice,
            Money amount,
            BigDecimal weightKg,
            boolean bulky,
            Map<String, String> attributes) {
        this(
                id,
                sku,
                product,
                category,
                brand,
                quantity,
                listPrice,
                amount,
                weightKg,
                bulky,
                attributes,
                Optional.empty());
    }
}
