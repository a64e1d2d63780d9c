package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.TaxRates;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.vendor.VendorRegistry;

/** Builds the facts of a price, line by line. */
final class Carts {

    static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    static final AccountId ACCOUNT = new AccountId("account-1");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Instant NOW = SetClock.START;

    /** The Norwegian rates. */
    static final TaxRates RATES = (country, category, day) -> country.equals("NO")
            ? Optional.ofNullable(Map.of(
                                    "standard", "25",
                                    "food", "15",
                                    "low", "12",
                                    "zero", "0",
                                    "raw-fish", "11.11")
                            .get(category))
                    .map(BigDecimal::new)
            : Optional.empty();

    private final Vendor vendor;
    private final List<PriceInput.Line> lines = new ArrayList<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private Optional<String> tier = Optional.empty();
    private Set<String> groups = Set.of();
    private Optional<Destination> destination = Optional.of(new Destination("NO", "0581", Destination.Kind.BUSINESS));
    private Optional<String> deliveryOption = Optional.empty();

    private Carts(Vendor vendor) {
        this.vendor = vendor;
        for (ParameterDefinition definition : vendor.parameters()) {
            parameters.put(definition.key(), definition.initial());
        }
    }

    /** Behind the guard, as in production. */
    static Carts of(Vendor vendor) {
        return ofGuarded(guarded(vendor));
    }

    /** For many carts: each guard keeps threads for a while. */
    static Vendor guarded(Vendor vendor) {
        return guarded(VendorRegistry.of(() -> NOW), vendor);
    }

    /** The same; the one of this id that the market had before is not asked any more. */
    static Vendor guarded(VendorRegistry market, Vendor vendor) {
        market.put(vendor);
        return market.find(vendor.descriptor().id()).orElseThrow();
    }

    static Carts ofGuarded(Vendor vendor) {
        return new Carts(vendor);
    }

    static Money nok(String amount) {
        return Money.of(NOK, new BigDecimal(amount));
    }

    static BigMoney price(String amount) {
        return BigMoney.of(NOK, new BigDecimal(amount));
    }

    static PriceRow standard(String sku, String price) {
        return standard(sku, price, 1);
    }

    static PriceRow standard(String sku, String price, int from) {
        return row(sku, price, from, Optional.empty(), Optional.empty());
    }

    static PriceRow agreed(String sku, String price) {
        return row(sku, price, 1, Optional.of(ACCOUNT), Optional.empty());
    }

    static PriceRow ofGroup(String sku, String price, String group) {
        return row(sku, price, 1, Optional.empty(), Optional.of(group));
    }

    private static PriceRow row(
            String sku, String price, int from, Optional<AccountId> account, Optional<String> group) {
        return new PriceRow(
                new Sku(sku), "standard", account, group, from, price(price), Optional.empty(), Optional.empty());
    }

    static Variant variant(String sku, String vatCategory, String weightKg, boolean bulky) {
        return new Variant(
                new VendorId("lighting"),
                new Sku(sku),
                "product-" + sku,
                LocalizedText.of("en", "Lamp " + sku),
                LocalizedText.of("en", ""),
                "indoor/downlights",
                "Lysverk",
                Optional.empty(),
                vatCategory,
                new BigDecimal(weightKg),
                bulky,
                StockPolicy.DENY,
                5,
                Map.of("lumen", "800", "ip", "44", "kelvin", "3000"));
    }

    Carts line(String id, int quantity, Variant variant, PriceRow... rows) {
        lines.add(new PriceInput.Line(new LineId(id), quantity, variant, List.of(rows)));
        return this;
    }

    /** A line of an ordinary article. */
    Carts line(String id, int quantity, String price) {
        String sku = "SKU-" + id;
        return line(id, quantity, variant(sku, "standard", "0.5", false), standard(sku, price));
    }

    Carts tier(String code) {
        tier = Optional.of(code);
        return this;
    }

    Carts groups(String... names) {
        groups = Set.of(names);
        return this;
    }

    Carts parameter(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    Carts delivery(String option) {
        deliveryOption = Optional.of(option);
        return this;
    }

    Carts to(Destination where) {
        destination = Optional.of(where);
        return this;
    }

    PriceInput input() {
        Parameters values = new Parameters(NOK, parameters);
        Optional<Tier> effective = Pricing.tier(
                vendor, values, new Agreement(ACCOUNT, vendor.descriptor().id(), tier, groups));
        return new PriceInput(
                vendor,
                1,
                values,
                TODAY,
                new Buyer(ACCOUNT, effective.map(Tier::code), groups),
                effective,
                lines,
                destination,
                destination.map(Destination::country).orElse("NO"),
                deliveryOption,
                NOW,
                NOW.plusSeconds(1800));
    }

    PricedCart priced() {
        return PriceCalculation.calculate(input(), RATES).orElseThrow().cart();
    }
}
