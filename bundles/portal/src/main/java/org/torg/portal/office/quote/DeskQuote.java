package org.torg.portal.office.quote;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.Quote;
import org.torg.portal.page.Fields;
import org.torg.portal.quote.Articles;
import org.torg.portal.quote.ShownQuote;

/**
 * A quote as staff answer it.
 *
 * @param account whose it is, for who may see it
 * @param clock empty when the customer's turn has come
 * @param currency of the vendor; empty while it is away and nothing was offered
 * @param typed what was sent, to be shown again where it was refused; else as it was offered before
 * @param refusal of what was just tried
 */
public record DeskQuote(
        Quote quote,
        Articles articles,
        Optional<Account> account,
        Optional<QuoteClock> clock,
        Optional<CurrencyUnit> currency,
        Fields typed,
        Optional<Refusal> refusal) {

    public boolean isOpen() {
        return ShownQuote.isOpen(quote);
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
