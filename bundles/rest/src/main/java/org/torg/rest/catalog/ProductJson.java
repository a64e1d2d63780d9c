package org.torg.rest.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.PriceTag;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * An article as the caller sees it.
 *
 * @param name in the caller's language
 * @param names in every language
 * @param price absent for strangers (L12)
 * @param picture its first
 * @param media pictures and documents; absent in lists
 * @param related articles that belong to it; absent in lists
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
        Optional<PriceTagJson> price,
        Optional<MediumJson> picture,
        Optional<List<MediumJson>> media,
        Optional<List<RelatedArticleJson>> related) {

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

    /** In a list. */
    static ProductJson of(CatalogEntry entry, Optional<Medium> picture, Wording wording) {
        return of(entry, wording, picture, Optional.empty());
    }

    /** Alone, with all that belongs to it. */
    static ProductJson of(CatalogEntry entry, CatalogMedia.Extras extras, Wording wording) {
        Optional<Medium> first = extras.media().stream()
                .filter(medium -> medium.kind() == Medium.Kind.PICTURE)
                .findFirst();
        return of(entry, wording, first, Optional.of(extras));
    }

    private static ProductJson of(
            CatalogEntry entry, Wording wording, Optional<Medium> picture, Optional<CatalogMedia.Extras> extras) {
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
                entry.price().map(price -> tag(price, wording)),
                picture.map(medium -> MediumJson.of(medium, wording)),
                extras.map(all -> all.media().stream()
                        .map(medium -> MediumJson.of(medium, wording))
                        .toList()),
                extras.map(all -> all.related().stream()
                        .map(related -> RelatedArticleJson.of(related, wording))
                        .toList()));
    }

    private static PriceTagJson tag(PriceTag price, Wording wording) {
        return new PriceTagJson(
                price.list(),
                price.net(),
                price.gross(),
                price.tier().map(tier -> new TierJson(tier.code(), wording.of(tier.name()), tier.colour())));
    }
}
