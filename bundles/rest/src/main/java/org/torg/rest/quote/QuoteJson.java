package org.torg.rest.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.torg.api.account.LocationId;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.Destination;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quotes.Summary;
import org.torg.http.Wording;
import org.torg.rest.http.Words;
import org.torg.rest.pricing.ConfigurationJson;
import org.torg.rest.pricing.PriceJson;

/**
 * What was asked an offer for, and what was offered.
 *
 * @param dueAt until when the vendor has promised an answer
 */
public record QuoteJson(
        String id,
        String number,
        String vendor,
        String account,
        Optional<String> location,
        String requestedBy,
        String list,
        String title,
        String state,
        Instant requestedAt,
        Optional<Instant> dueAt,
        QuoteDestinationJson destination,
        List<QuoteLineJson> lines,
        List<OfferJson> offers,
        List<QuoteCommentJson> comments,
        Optional<String> order,
        long version,
        Instant changedAt) {

    public record QuoteDestinationJson(String country, String postcode, String kind) {

        static QuoteDestinationJson of(Destination destination) {
            return new QuoteDestinationJson(
                    destination.country(), destination.postcode(), Words.of(destination.kind()));
        }
    }

    public record QuoteLineJson(
            String id, String sku, int quantity, Optional<ConfigurationJson> configuration, Optional<String> note) {}

    public record OfferJson(
            int number,
            Instant at,
            String by,
            List<OfferedPriceJson> prices,
            PriceJson price,
            LocalDate validUntil,
            Optional<String> message) {

        static OfferJson of(Quote.Offer offer, Wording wording) {
            return new OfferJson(
                    offer.number(),
                    offer.at(),
                    offer.by().value(),
                    offer.quoted().stream()
                            .map(line -> new OfferedPriceJson(line.line().value(), line.price()))
                            .toList(),
                    PriceJson.of(offer.price(), wording),
                    offer.validUntil(),
                    offer.message());
        }
    }

    /** @param price net, of one */
    public record OfferedPriceJson(String line, BigMoney price) {}

    public record QuoteCommentJson(Instant at, String by, boolean staff, String text) {

        static QuoteCommentJson of(Quote.Comment comment) {
            return new QuoteCommentJson(comment.at(), comment.by().value(), comment.staff(), comment.text());
        }
    }

    public record QuoteSummaryJson(
            String id,
            String number,
            String vendor,
            String account,
            String requestedBy,
            String title,
            String state,
            Instant requestedAt,
            Optional<Instant> dueAt,
            Optional<LocalDate> validUntil) {

        static QuoteSummaryJson of(Summary quote) {
            return new QuoteSummaryJson(
                    quote.id().value(),
                    quote.number(),
                    quote.vendor().value(),
                    quote.account().value(),
                    quote.requestedBy().value(),
                    quote.title(),
                    Words.of(quote.status()),
                    quote.requestedAt(),
                    quote.dueAt(),
                    quote.validUntil());
        }
    }

    static QuoteJson of(Quote quote, Wording wording) {
        return new QuoteJson(
                quote.id().value(),
                quote.number(),
                quote.vendor().value(),
                quote.account().value(),
                quote.location().map(LocationId::value),
                quote.requestedBy().value(),
                quote.list().value(),
                quote.title(),
                Words.of(quote.status()),
                quote.requestedAt(),
                quote.dueAt(),
                QuoteDestinationJson.of(quote.destination()),
                quote.lines().stream()
                        .map(line -> new QuoteLineJson(
                                line.id().value(),
                                line.sku().value(),
                                line.quantity(),
                                line.configuration().map(ConfigurationJson::of),
                                line.note()))
                        .toList(),
                quote.offers().stream()
                        .map(offer -> OfferJson.of(offer, wording))
                        .toList(),
                quote.comments().stream().map(QuoteCommentJson::of).toList(),
                quote.order().map(OrderId::value),
                quote.version(),
                quote.changedAt());
    }
}
