package org.torg.rest.catalog;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.PriceTag;
import org.torg.rest.http.Wording;
import org.torg.rest.http.Words;

/**
 * An article as the caller sees it.
 *
 * @param name in the caller's language
 * @param names in every language
 * @param price absent for strangers (L12)
 */
public record ProductJson(
        String vendor,
        String sku,
        String product,
        String name,
        Map<String, String> names,
        String description,
        CategoryJson category,
        String brand,
        Optional<String> ean,
        String vatCategory,
        BigDecimal weightKg,
        boolean bulky,
        AvailabilityJson availability,
        Map<String, String> attributes,
        Optional<PriceTagJson> price) {

    public record CategoryJson(String path, String name) {}

    /**
     * @param state {@code in-stock}, {@code sold-out}, {@code backorder} or {@code made-to-order}
     * @param available pieces that are free; absent where nothing is counted
     * @param leadDays working days until it can leave when it is not on the shelf
     */
    public record AvailabilityJson(String policy, String state, Optional<Integer> available, int leadDays) {

        static AvailabilityJson of(Availability availability, int leadDays) {
            if (availability.policy() == StockPolicy.UNTRACKED) {
                return new AvailabilityJson("untracked", "made-to-order", Optional.empty(), leadDays);
            }
            int free = Math.max(0, availability.onHand() - availability.reserved());
            String none = availability.policy() == StockPolicy.DENY ? "sold-out" : "backorder";
            return new AvailabilityJson(
                    Words.of(availability.policy()), free > 0 ? "in-stock" : none, Optional.of(free), leadDays);
        }
    }

    /**
     * @param list for everybody, without VAT
     * @param net for the caller, without VAT
     * @param gross with VAT of today
     */
    public record PriceTagJson(BigMoney list, Money net, Money gross, Optional<TierJson> tier) {}

    /** @param colour of its prices, {@code #rrggbb}; never carries the meaning alone (L09) */
    public record TierJson(String code, String name, String colour) {}

    static ProductJson of(CatalogEntry entry, Wording wording) {
        Variant variant = entry.variant();
        return new ProductJson(
                variant.vendor().value(),
                variant.sku().value(),
                variant.product(),
                wording.of(variant.name()),
                variant.name().byLanguage(),
                wording.of(variant.description()),
                new CategoryJson(variant.category(), wording.of(entry.categoryName())),
                variant.brand(),
                variant.ean(),
                variant.vatCategory(),
                variant.weightKg(),
                variant.bulky(),
                AvailabilityJson.of(entry.availability(), variant.leadDays()),
                variant.attributes(),
                entry.price().map(price -> tag(price, wording)));
    }

    private static PriceTagJson tag(PriceTag price, Wording wording) {
        return new PriceTagJson(
                price.list(),
                price.net(),
                price.gross(),
                price.tier().map(tier -> new TierJson(tier.code(), wording.of(tier.name()), tier.colour())));
    }
}
