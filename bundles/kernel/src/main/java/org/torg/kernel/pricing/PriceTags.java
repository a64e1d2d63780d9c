package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PriceTag;
import org.torg.api.pricing.TaxRates;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.pricing.PriceCalculation.GoodsPrice;
import org.torg.kernel.pricing.VatCalculation.Taxable;
import org.torg.kernel.vendor.CurrentParameters;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.GuardedVendor;

/** Prices of one piece for lists of articles: one statement, however long the list. */
@Component(service = PriceTags.class)
public final class PriceTags {

    private static final LineId ONLY = new LineId("1");

    private final Generations generations;
    private final Clock clock;
    private final Transactions transactions;
    private final PriceStore prices;
    private final TaxRates rates;

    @Activate
    public PriceTags(
            @Reference Generations generations,
            @Reference Clock clock,
            @Reference Transactions transactions,
            @Reference PriceStore prices,
            @Reference TaxRates rates) {
        this.generations = generations;
        this.clock = clock;
        this.transactions = transactions;
        this.prices = prices;
        this.rates = rates;
    }

    /**
     * What one piece of each costs this account, without freight and charges; each article alone, so that no rule on
     * whole carts leaks from one to another. An article without a price has no tag; none has one while the vendor is away
     * or fails: better no price than a wrong one. The caller's right to see prices is checked by who asks here.
     *
     * @param vendor of all the articles
     * @param terms of the account with this vendor
     */
    public Map<Sku, PriceTag> tags(VendorId vendor, AccountTerms terms, List<StockedVariant> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        Outcome<Map<Sku, PriceTag>> tags = generations.using(Optional.of(vendor), generation -> {
            try {
                return Outcome.done(tags(generation, terms, articles));
            } catch (VendorFailure e) {
                // The guard has told whom to blame.
                return Outcome.done(Map.of());
            }
        });
        return tags instanceof Outcome.Done<Map<Sku, PriceTag>> done ? done.value() : Map.of();
    }

    private Map<Sku, PriceTag> tags(Generation generation, AccountTerms terms, List<StockedVariant> articles) {
        GuardedVendor vendor = generation.vendor();
        VendorId id = vendor.descriptor().id();
        LocalDate date = clock.today(vendor.descriptor().seller().zone());
        CurrentParameters current = generation.parameters(date);
        Optional<Tier> tier = Pricing.tier(vendor, current.parameters(), terms.agreement());
        Buyer buyer = new Buyer(
                terms.account().id(), tier.map(Tier::code), terms.agreement().groups());
        Destination destination = Pricing.destination(terms.account());
        List<Sku> skus = articles.stream()
                .map(article -> article.variant().sku())
                .distinct()
                .toList();
        Map<Sku, List<PriceRow>> rows = Pricing.bySku(
                transactions.read(tx -> prices.prices(tx, id, skus, buyer.account(), buyer.groups(), date)));
        return vendor.evaluate(() -> {
            Map<Sku, PriceTag> tags = new LinkedHashMap<>();
            for (StockedVariant article : articles) {
                Variant variant = article.variant();
                PriceInput input = new PriceInput(
                        vendor,
                        current.generation(),
                        current.parameters(),
                        date,
                        buyer,
                        tier,
                        List.of(new PriceInput.Line(ONLY, 1, variant, rows.getOrDefault(variant.sku(), List.of()))),
                        Optional.of(destination),
                        destination.country(),
                        Optional.empty(),
                        clock.now(),
                        clock.now());
                tag(input, variant).ifPresent(tag -> tags.put(variant.sku(), tag));
            }
            return tags;
        });
    }

    private Optional<PriceTag> tag(PriceInput input, Variant variant) {
        Outcome<PriceTag> tag = PriceCalculation.goods(input, rates).flatMap(price -> withVat(input, variant, price));
        return tag instanceof Outcome.Done<PriceTag> done ? Optional.of(done.value()) : Optional.empty();
    }

    private Outcome<PriceTag> withVat(PriceInput input, Variant variant, GoodsPrice price) {
        return VatCalculation.vat(
                        rates,
                        input.country(),
                        input.date(),
                        price.net().getCurrencyUnit(),
                        List.of(new Taxable(variant.vatCategory(), price.net())))
                .map(vat -> new PriceTag(
                        price.list(),
                        price.net(),
                        price.net().plus(vat.get(0).vat()),
                        input.tier().map(tier -> new PriceTag.TierTag(tier.code(), tier.name(), tier.colour()))));
    }
}
