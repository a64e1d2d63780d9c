package org.torg.portal.office.quote;

import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.Quote;
import org.torg.portal.page.Fields;

/**
 * A quote as staff answer it.
 *
 * @param articles that are sold still
 * @param account whose it is, for who may see it
 * @param clock empty when the customer's turn has come
 * @param currency of the vendor; empty while it is away and nothing was offered
 * @param typed what was sent, to be shown again where it was refused; else as it was offered before
 * @param refusal of what was just tried
 */
public record DeskQuote(
        Quote quote,
        Map<Sku, CatalogEntry> articles,
        Optional<Account> account,
        Optional<QuoteClock> clock,
        Optional<CurrencyUnit> currency,
        Fields typed,
        Optional<Refusal> refusal) {

    public DeskQuote {
        articles = Map.copyOf(articles);
    }

    public boolean isOpen() {
        return quote.status() == Quote.Status.REQUESTED || quote.status() == Quote.Status.OFFERED;
    }

    /** Its name; its number where it is not sold any more. */
    public LocalizedText name(Sku sku) {
        return Optional.ofNullable(articles.get(sku))
                .map(entry -> entry.variant().name())
                .orElse(LocalizedText.of("en", sku.value()));
    }

    public String field(Quote.Line line) {
        return OfferForm.field(line);
    }

    /** What the line comes to in an offer, with all its parts. */
    public Optional<Money> net(Quote.Offer offer, LineId line) {
        return offer.price().net(line);
    }

    public Optional<Refusal.Detail> fault(Quote.Line line) {
        return fault(OfferForm.pointer(quote, typed, line));
    }

    public Optional<Refusal.Detail> fault(String pointer) {
        return refusal.stream()
                .flatMap(told -> told.details().stream())
                .filter(detail -> detail.field().equals(pointer))
                .findFirst();
    }
}
