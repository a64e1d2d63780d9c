package org.torg.api.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.vendor.VendorId;

/**
 * What an account has asked an offer for, and what the vendor has offered.
 *
 * @param number for people, unique in the tenant
 * @param list the project list on which it was asked; the quote has lines of its own
 * @param dueAt until when the vendor has promised an answer to what was asked last (L15); empty when the customer's turn has come
 * @param validTo the moment after the last day of the newest offer
 * @param destination for which freight and VAT are offered
 * @param lines what was asked for
 * @param offers the newest last; only the newest can be ordered
 * @param order what it has become
 * @param version grows with every change; the entity tag
 */
public record Quote(
        QuoteId id,
        String number,
        VendorId vendor,
        AccountId account,
        Optional<LocationId> location,
        UserId requestedBy,
        ProjectListId list,
        String title,
        Status status,
        Instant requestedAt,
        Optional<Instant> dueAt,
        Optional<Instant> validTo,
        Destination destination,
        Optional<String> deliveryOption,
        List<Line> lines,
        List<Offer> offers,
        List<Comment> comments,
        Optional<OrderId> order,
        long version,
        Instant changedAt) {

    public enum Status {
        /** The vendor has to answer. */
        REQUESTED,
        /** The customer may order at the offered prices, as long as they are valid. */
        OFFERED,
        /** The last day of the offer is over: it can be read, and asked for again. */
        EXPIRED,
        ORDERED,
        /** By the customer. */
        DECLINED,
        /** By the vendor, with a comment that says why. */
        WITHDRAWN
    }

    /** @param note from the list */
    public record Line(
            LineId id, Sku sku, int quantity, Optional<Configuration> configuration, Optional<String> note) {}

    /**
     * A revision of what the vendor offers.
     *
     * @param number from 1
     * @param by of the vendor's staff
     * @param quoted net price of one, by line; lines that are not here go at the account's own price of that day
     * @param price as it would be ordered
     * @param validUntil the last day on which it can be ordered, in the seller's zone
     * @param message to the customer, up to 4,000 characters
     */
    public record Offer(
            int number,
            Instant at,
            UserId by,
            List<QuotedLine> quoted,
            PricedCart price,
            LocalDate validUntil,
            Optional<String> message) {
        public Offer {
            quoted = List.copyOf(quoted);
        }
    }

    /** @param price net, of one, whatever discounts there are otherwise (L19) */
    public record QuotedLine(LineId line, BigMoney price) {}

    /** @param staff whether it comes from the vendor */
    public record Comment(Instant at, UserId by, boolean staff, String text) {}

    public Quote {
        lines = List.copyOf(lines);
        offers = List.copyOf(offers);
        comments = List.copyOf(comments);
    }

    /** What can be ordered, if anything can. */
    public Optional<Offer> offer() {
        return offers.isEmpty() ? Optional.empty() : Optional.of(offers.get(offers.size() - 1));
    }
}
