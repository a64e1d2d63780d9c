package org.torg.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModulePart;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;

/**
 * A request as a module sees it, made in a few words; immutable, each method answers another example. To see a price, ask a
 * module: {@code module.contribute(Phase.CAMPAIGN, Example.of(module).line("LAMP", 3, "199.00").request())}.
 */
public final class Example {

    private final VendorId vendor;
    private final CurrencyUnit currency;
    private final Map<String, String> parameters;
    private final List<PricingLine> lines;
    private final LocalDate date;
    private final Optional<String> tier;
    private final Optional<Destination> destination;

    private Example(
            VendorId vendor,
            CurrencyUnit currency,
            Map<String, String> parameters,
            List<PricingLine> lines,
            LocalDate date,
            Optional<String> tier,
            Optional<Destination> destination) {
        this.vendor = vendor;
        this.currency = currency;
        this.parameters = Map.copyOf(parameters);
        this.lines = List.copyOf(lines);
        this.date = date;
        this.tier = tier;
        this.destination = destination;
    }

    /** Of a module, in kroner, with the initial values of its parameters; no lines, going to an Oslo business. */
    public static Example of(ModulePart module) {
        return of(new PlainVendor(CurrencyUnit.of("NOK"), List.of("en")), List.of(module.parameters()));
    }

    /** Of a vendor, with the initial values of all parameters; no lines, going to a business in its first market. */
    public static Example of(Vendor vendor) {
        List<List<ParameterDefinition>> definitions = new ArrayList<>(List.of(vendor.parameters()));
        vendor.pricing().forEach(part -> definitions.add(part.parameters()));
        vendor.shipping().forEach(part -> definitions.add(part.parameters()));
        return of(vendor, definitions);
    }

    private static Example of(Vendor vendor, List<List<ParameterDefinition>> definitions) {
        Map<String, String> initial = new TreeMap<>();
        definitions.forEach(some -> some.forEach(one -> initial.put(one.key(), one.initial())));
        return new Example(
                vendor.descriptor().id(),
                vendor.descriptor().currency(),
                initial,
                List.of(),
                LocalDate.of(2026, 11, 20),
                Optional.empty(),
                Optional.of(new Destination(vendor.descriptor().markets().get(0), "0581", Destination.Kind.BUSINESS)));
    }

    /** A line of the category {@code example}, small, of 1 kg a piece, at its list price so far. */
    public Example line(String sku, int quantity, String price) {
        BigMoney list = BigMoney.of(currency, new BigDecimal(price));
        return line(new PricingLine(
                new LineId(Integer.toString(lines.size() + 1)),
                new Sku(sku),
                sku,
                "example",
                "Example",
                quantity,
                list,
                list.multipliedBy(quantity).toMoney(RoundingMode.HALF_UP),
                BigDecimal.ONE,
                false,
                Map.of()));
    }

    /** Any line. */
    public Example line(PricingLine line) {
        List<PricingLine> more = new ArrayList<>(lines);
        more.add(line);
        return with(more);
    }

    /** The latest line, in this category. */
    public Example in(String category) {
        PricingLine line = latest();
        return latest(line, category, line.weightKg(), line.bulky());
    }

    /** The latest line, of so many kg a piece. */
    public Example weighing(String kg) {
        PricingLine line = latest();
        return latest(line, line.category(), new BigDecimal(kg), line.bulky());
    }

    /** The latest line, bulky. */
    public Example bulky() {
        PricingLine line = latest();
        return latest(line, line.category(), line.weightKg(), true);
    }

    /** With another value of a parameter. */
    public Example with(String key, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(key, value);
        return new Example(vendor, currency, more, lines, date, tier, destination);
    }

    /** Of a buyer in this loyalty tier. */
    public Example tier(String code) {
        return new Example(vendor, currency, parameters, lines, date, Optional.of(code), destination);
    }

    /** On this business date. */
    public Example on(LocalDate day) {
        return new Example(vendor, currency, parameters, lines, day, tier, destination);
    }

    /** Going there. */
    public Example to(String country, String postcode, Destination.Kind kind) {
        Destination other = new Destination(country, postcode, kind);
        return new Example(vendor, currency, parameters, lines, date, tier, Optional.of(other));
    }

    public PricingRequest request() {
        Money goods = Money.zero(currency);
        for (PricingLine line : lines) {
            goods = goods.plus(line.amount());
        }
        return new PricingRequest(
                vendor,
                date,
                new Buyer(new AccountId("example"), tier, Set.of()),
                lines,
                goods,
                destination,
                new Parameters(currency, parameters));
    }

    private PricingLine latest() {
        if (lines.isEmpty()) {
            throw new IllegalStateException("add a line first");
        }
        return lines.get(lines.size() - 1);
    }

    private Example latest(PricingLine line, String category, BigDecimal weightKg, boolean bulky) {
        List<PricingLine> changed = new ArrayList<>(lines);
        changed.set(
                lines.size() - 1,
                new PricingLine(
                        line.id(),
                        line.sku(),
                        line.product(),
                        category,
                        line.brand(),
                        line.quantity(),
                        line.listPrice(),
                        line.amount(),
                        weightKg,
                        bulky,
                        line.attributes()));
        return with(changed);
    }

    private Example with(List<PricingLine> otherLines) {
        return new Example(vendor, currency, parameters, otherLines, date, tier, destination);
    }
}
