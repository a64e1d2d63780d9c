package org.torg.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.cart.CartRule.CartFacts;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.DeliveryChoice.Timing;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;

/**
 * Invents cases for a composed set, the odd ones often: every parameter at any value that staff may set, quantities and
 * prices from one øre to the greatest, empty and strange words. The same seed gives the same case.
 */
public final class Samples {

    /** Of the largest cart. */
    public static final int MOST_LINES = 60;

    private static final List<String> WORDS = List.of(
            "indoor/downlights", "outdoor", "", "a", "Æøå Ünïcödé", "{0}", "O'Brien's \"best\"", "x".repeat(200), "照明");
    private static final List<String> PRICES =
            List.of("199.90", "0.01", "0.0001", "10", "0", "1249.50", "33.333", "9999999.99");
    private static final List<String> WEIGHTS = List.of("1.5", "0", "0.001", "30", "12000");
    private static final List<String> COUNTRIES = List.of("NO", "SE", "DK", "FI", "US", "JP");
    private static final List<String> POSTCODES = List.of("0581", "", "SW1A 1AA", "99999");
    private static final List<Integer> QUANTITIES = List.of(1, 2, 3, 10, 12, 500, PriceRequest.MAX_QUANTITY);
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 29);
    private static final int DAYS = 3000;

    private final Composed composed;
    private final CurrencyUnit currency;
    private final List<String> tiers;

    /** @param tiers codes of loyalty tiers */
    Samples(Composed composed, List<String> tiers) {
        this.composed = composed;
        this.currency = composed.descriptor().currency();
        this.tiers = tiers;
    }

    /** A case with so many lines. */
    public Sample sample(int lines, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 64 + lines);
        Destination destination = destination(random);
        PricingRequest goods = goods(random, lines, Optional.of(destination));
        Optional<Contact> contact =
                random.nextBoolean() ? Optional.empty() : Optional.of(new Contact("a@b.example", phone(random)));
        Optional<DeliveryChoice> choice = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new DeliveryChoice(
                        address(destination), destination.kind(), Optional.of("odd"), timing(random, goods.date())));
        CartFacts facts = new CartFacts(goods, choice, option(random), contact);
        return new Sample(facts, new History(random.nextInt(1000), money(random)));
    }

    /** Small ones mostly, and now and then the largest. */
    Sample any(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int lines =
                switch (random.nextInt(4)) {
                    case 0 -> 1;
                    case 1 -> MOST_LINES;
                    default -> 1 + random.nextInt(8);
                };
        return sample(lines, seed);
    }

    /** This case, while nobody knows where the goods go. */
    static PricingRequest nowhere(PricingRequest goods) {
        return new PricingRequest(
                goods.vendor(),
                goods.date(),
                goods.buyer(),
                goods.lines(),
                goods.goods(),
                Optional.empty(),
                goods.parameters());
    }

    private PricingRequest goods(SplittableRandom random, int count, Optional<Destination> destination) {
        List<PricingLine> lines = new ArrayList<>();
        Money goods = Money.zero(currency);
        for (int i = 0; i < count; i++) {
            PricingLine line = line(random, i);
            lines.add(line);
            goods = goods.plus(line.amount());
        }
        return new PricingRequest(
                composed.descriptor().id(),
                random.nextInt(3) == 0 ? FIRST_DAY : FIRST_DAY.plusDays(random.nextInt(DAYS)),
                buyer(random),
                lines,
                goods,
                destination,
                parameters(random));
    }

    private PricingLine line(SplittableRandom random, int index) {
        BigDecimal price = new BigDecimal(of(random, PRICES));
        int quantity = random.nextBoolean() ? 1 + random.nextInt(20) : of(random, QUANTITIES);
        BigDecimal list = price.multiply(BigDecimal.valueOf(quantity));
        // Half of the lines come with a discount already, some with nothing left.
        BigDecimal amount =
                switch (random.nextInt(6)) {
                    case 0 -> BigDecimal.ZERO;
                    case 1, 2 -> list.multiply(new BigDecimal("0.85"));
                    default -> list;
                };
        return new PricingLine(
                new LineId(random.nextBoolean() ? Integer.toString(index + 1) : "Line_" + index + ".a-b"),
                new Sku("SKU-" + random.nextInt(1000)),
                "product-" + random.nextInt(10),
                of(random, WORDS),
                of(random, WORDS),
                quantity,
                BigMoney.of(currency, price),
                Money.of(currency, amount, RoundingMode.HALF_UP),
                new BigDecimal(of(random, WEIGHTS)),
                random.nextInt(4) == 0,
                random.nextBoolean() ? Map.of() : Map.of(of(random, WORDS), of(random, WORDS), "colour", "red"));
    }

    private Buyer buyer(SplittableRandom random) {
        Optional<String> tier = tiers.isEmpty() || random.nextInt(4) == 0
                ? Optional.of("no-such-tier").filter(none -> random.nextBoolean())
                : Optional.of(of(random, tiers));
        return new Buyer(
                new AccountId("account-" + random.nextInt(5)),
                tier,
                random.nextBoolean() ? Set.of() : Set.of("chain", "Æ"));
    }

    /** As they are at first, or each anywhere between its limits. */
    private Parameters parameters(SplittableRandom random) {
        boolean initial = random.nextInt(3) > 0;
        Map<String, String> values = new TreeMap<>();
        for (ParameterDefinition definition : composed.parameters()) {
            values.put(definition.key(), initial ? definition.initial() : value(random, definition));
        }
        return new Parameters(currency, values);
    }

    private String value(SplittableRandom random, ParameterDefinition definition) {
        List<String> values = new ArrayList<>(List.of(definition.initial()));
        if (definition.type() == ParameterDefinition.Type.FLAG) {
            values.addAll(List.of("true", "false"));
        } else {
            definition.minimum().map(BigDecimal::toPlainString).ifPresent(values::add);
            definition.maximum().map(BigDecimal::toPlainString).ifPresent(values::add);
        }
        values.removeIf(
                value -> ParameterRules.objection(definition, currency, value).isPresent());
        return of(random, values);
    }

    private Destination destination(SplittableRandom random) {
        List<String> countries = random.nextBoolean() ? composed.descriptor().markets() : COUNTRIES;
        return new Destination(
                of(random, countries), of(random, POSTCODES), of(random, List.of(Destination.Kind.values())));
    }

    private static Address address(Destination destination) {
        return new Address(
                "Butikken AS",
                Optional.empty(),
                "Gata 1",
                Optional.empty(),
                destination.postcode(),
                "Byen",
                destination.country());
    }

    private static Optional<String> phone(SplittableRandom random) {
        return Optional.of(of(random, List.of("", " ", "+4791234567"))).filter(phone -> random.nextInt(4) > 0);
    }

    private static Timing timing(SplittableRandom random, LocalDate date) {
        return of(
                random,
                List.of(new Timing.Complete(), new Timing.InParts(), new Timing.Requested(date, date.plusDays(7))));
    }

    private Optional<DeliveryOption> option(SplittableRandom random) {
        DeliveryOption option = new DeliveryOption(
                of(random, List.of("parcel", "odd")),
                Message.of("odd", "Odd"),
                money(random),
                "odd",
                random.nextBoolean(),
                1,
                3,
                Optional.empty());
        return Optional.of(option).filter(one -> random.nextInt(3) > 0);
    }

    private Money money(SplittableRandom random) {
        return Money.of(currency, new BigDecimal(of(random, PRICES)), RoundingMode.HALF_UP);
    }

    private static <T> T of(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
