package org.torg.kernel.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.kernel.pricing.PriceFacts;
import org.torg.kernel.pricing.Pricing;

/** Computes what staff offer: their prices for some lines, the account's own for the others, charges and VAT as for any order. */
@Component(service = QuoteOffers.class)
public final class QuoteOffers {

    /** As many decimals as a price list has. */
    private static final int SCALE = 4;

    private static final int FARTHEST_DAYS = 365;

    private final Pricing pricing;
    private final Clock clock;

    @Activate
    public QuoteOffers(@Reference Pricing pricing, @Reference Clock clock) {
        this.pricing = pricing;
        this.clock = clock;
    }

    /** @param validTo the moment after the last day, in the seller's zone */
    record Priced(Quote.Offer offer, Instant validTo) {}

    Outcome<Priced> price(
            Caller staff,
            UserId by,
            Quote quote,
            List<QuotedLine> quoted,
            Optional<LocalDate> validUntil,
            Optional<String> message) {
        return pricing.of(
                staff, quote.account(), quote.vendor(), request(quote, Optional.of(quote.destination())), facts -> {
                    LocalDate last = validUntil.orElseGet(() -> lastDay(facts));
                    return days(facts, last)
                            .or(() -> prices(facts, quote, quoted))
                            .<Outcome<Priced>>map(Outcome::refused)
                            .orElseGet(() -> pricing.price(facts, byLine(quoted))
                                    .map(priced -> new Priced(
                                            new Quote.Offer(
                                                    quote.offers().size() + 1,
                                                    clock.now(),
                                                    by,
                                                    quoted,
                                                    priced.cart(),
                                                    last,
                                                    message),
                                            last.plusDays(1)
                                                    .atStartOfDay(facts.vendor()
                                                            .descriptor()
                                                            .seller()
                                                            .zone())
                                                    .toInstant())));
                });
    }

    /** Where staff say nothing, the vendor's own. */
    private static LocalDate lastDay(PriceFacts facts) {
        int days = facts.vendor().quotes(facts.parameters().parameters()).validDays();
        return facts.date().plusDays(days);
    }

    static PriceRequest request(Quote quote, Optional<Destination> destination) {
        return new PriceRequest(
                Optional.of(quote.vendor()), Optional.empty(), lines(quote), destination, quote.deliveryOption());
    }

    static List<PriceRequest.Line> lines(Quote quote) {
        return quote.lines().stream()
                .map(line -> new PriceRequest.Line(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        line.configuration().map(org.torg.api.configurator.Configuration::answers),
                        Optional.empty()))
                .toList();
    }

    private static Map<LineId, BigMoney> byLine(List<QuotedLine> quoted) {
        Map<LineId, BigMoney> prices = new HashMap<>();
        quoted.forEach(line -> prices.put(line.line(), line.price()));
        return prices;
    }

    private static Optional<Refusal> days(PriceFacts facts, LocalDate validUntil) {
        LocalDate today = facts.date();
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusDays(FARTHEST_DAYS))) {
            String why = "An offer is valid until today or a day within a year.";
            return Optional.of(Refusal.of(Refusal.Kind.UNPROCESSABLE, "validity-invalid", why)
                    .with(List.of(Refusal.detail("/validUntil", "validity-invalid", why))));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> prices(PriceFacts facts, Quote quote, List<QuotedLine> quoted) {
        CurrencyUnit currency = facts.vendor().descriptor().currency();
        for (int i = 0; i < quoted.size(); i++) {
            QuotedLine line = quoted.get(i);
            boolean known = quote.lines().stream().anyMatch(asked -> asked.id().equals(line.line()));
            boolean twice =
                    quoted.subList(0, i).stream().anyMatch(other -> other.line().equals(line.line()));
            if (!known || twice) {
                return Optional.of(
                        refusal("line-unknown", "/prices/" + i + "/line", "There is no such line, or twice."));
            }
            boolean price = line.price().getCurrencyUnit().equals(currency)
                    && !line.price().isNegative()
                    && line.price().getAmount().stripTrailingZeros().scale() <= SCALE;
            if (!price) {
                return Optional.of(refusal(
                        "price-invalid",
                        "/prices/" + i + "/price",
                        "A price is 0 or more in the vendor's currency, with at most four decimals."));
            }
        }
        return Optional.empty();
    }

    private static Refusal refusal(String code, String pointer, String why) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, why).with(List.of(Refusal.detail(pointer, code, why)));
    }
}
