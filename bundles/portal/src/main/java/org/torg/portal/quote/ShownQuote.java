package org.torg.portal.quote;

import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.Quote;
import org.torg.portal.page.Fields;

/**
 * A quote as it is shown.
 *
 * @param account whose it is, for who may see it
 * @param typed what was sent, to be shown again where it was refused
 * @param refusal of what was just tried
 */
public record ShownQuote(
        Quote quote, Articles articles, Optional<Account> account, Fields typed, Optional<Refusal> refusal) {

    public boolean isOpen() {
        return isOpen(quote);
    }

    /** Whether something can still become of it. */
    public static boolean isOpen(Quote quote) {
        return quote.status() == Quote.Status.REQUESTED || quote.status() == Quote.Status.OFFERED;
    }

    /** Whether it can be ordered as it is offered (L19). */
    public boolean isOrderable() {
        return quote.status() == Quote.Status.OFFERED && quote.offer().isPresent();
    }

    /** Whether it is over without an order, so that it can be asked for again. */
    public boolean isAskable() {
        return !isOpen() && quote.status() != Quote.Status.ORDERED;
    }

    /** The price of one that the vendor has set; empty where the line goes at the customer's own price. */
    public Optional<BigMoney> quoted(Quote.Offer offer, LineId line) {
        return offer.quoted().stream()
                .filter(each -> each.line().equals(line))
                .map(Quote.QuotedLine::price)
                .findFirst();
    }

    /** What a line comes to in an offer, with all its parts. */
    public Optional<Money> net(Quote.Offer offer, LineId line) {
        return offer.price().net(line);
    }

    /** Those to which the offer holds: freight and VAT depend on where it goes. */
    public List<DeliveryAddress> addresses() {
        return account.stream()
                .flatMap(known -> known.deliveries().stream())
                .filter(entry -> entry.address()
                                .country()
                                .equals(quote.destination().country())
                        && entry.address().postcode().equals(quote.destination().postcode()))
                .toList();
    }

    /** The one that was chosen, else the first. */
    public Optional<DeliveryAddress> address() {
        List<DeliveryAddress> possible = addresses();
        return possible.stream()
                .filter(entry -> entry.id().value().equals(typed.typed("address")))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    /** The tone of a state. */
    public static String tone(Quote.Status status) {
        return switch (status) {
            case REQUESTED -> "idle";
            case OFFERED -> "info";
            case EXPIRED -> "warn";
            case ORDERED -> "ok";
            case DECLINED, WITHDRAWN -> "bad";
        };
    }

    public static String icon(Quote.Status status) {
        return switch (status) {
            case REQUESTED, EXPIRED -> "clock";
            case OFFERED -> "chat";
            case ORDERED -> "check";
            case DECLINED, WITHDRAWN -> "x";
        };
    }
}
