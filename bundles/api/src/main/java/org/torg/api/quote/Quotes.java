package org.torg.api.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.pricing.Destination;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.api.quote.Quote.Status;
import org.torg.api.vendor.VendorId;

/**
 * Quotes: asked for by a buyer on a project list (L13, L14), answered by the vendor's staff within a promised time (L15),
 * commented by both (L16), ordered at the offered prices (L19). Customers need {@code CART_EDIT} at the quote's location, and
 * {@code PRICE_READ} to see what is offered; staff need {@code QUOTE_ANSWER} for the vendor. A foreign quote answers as an unknown one.
 */
@ProviderType
public interface Quotes {

    /**
     * Asks for a quote. Refused with {@code list-empty}, {@code configuration-incomplete}, {@code message-invalid},
     * {@code country-not-served}.
     *
     * @param destination empty: the account's first delivery address
     * @param message to the vendor, up to 4,000 characters
     */
    Outcome<Quote> request(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId list,
            Optional<Destination> destination,
            Optional<String> message);

    Outcome<Quote> get(Caller caller, QuoteId id);

    /** What is due first where that is asked for, else the newest first. Refused with {@code cursor-invalid}. */
    Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page);

    /**
     * @param vendor staff may leave it out: all of theirs
     * @param waiting only what waits for the vendor's answer, by when it is due
     */
    record Query(Optional<VendorId> vendor, Optional<AccountId> account, Optional<Status> status, boolean waiting) {}

    record Summary(
            QuoteId id,
            String number,
            VendorId vendor,
            AccountId account,
            UserId requestedBy,
            String title,
            Status status,
            Instant requestedAt,
            Optional<Instant> dueAt,
            Optional<LocalDate> validUntil) {}

    /**
     * Offers prices, or others than before. By staff. Refused with {@code quote-closed}, {@code line-unknown},
     * {@code price-invalid}, {@code date-past}, {@code message-invalid}, and as {@code Prices.price}.
     *
     * @param quoted net price of one, by line; the other lines go at the account's own price. Of a configured line it is the price
     *     of one as configured, which its parts share
     * @param validUntil the last day; not before today. Empty: as many days from today as the vendor's offers are valid
     */
    Outcome<Quote> offer(
            Caller caller,
            Optional<IdempotencyKey> key,
            QuoteId id,
            Optional<Long> expectedVersion,
            List<QuotedLine> quoted,
            Optional<LocalDate> validUntil,
            Optional<String> message);

    /**
     * Says something under the quote. A customer asks by it for another answer (L16): the promised time begins again, and what is
     * offered can still be ordered. Staff have answered by it what was offered before. Refused with {@code comment-invalid} (1 to 4,000
     * characters), {@code comments-too-many} (500), {@code quote-expired}, {@code quote-closed}.
     */
    Outcome<Quote> comment(Caller caller, Optional<IdempotencyKey> key, QuoteId id, String text);

    /** Asks again for what has expired, or for what was declined or withdrawn: the lines are as they were, the prices are not. */
    Outcome<Quote> askAgain(Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion);

    /** The customer does not want it. Refused with {@code quote-closed}. */
    Outcome<Quote> decline(Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion);

    /** The vendor cannot offer it. Refused with {@code quote-closed}, {@code comment-invalid}. */
    Outcome<Quote> withdraw(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion, String why);

    /**
     * Orders the newest offer at its prices. Needs {@code ORDER_PLACE}. Refused with {@code quote-expired}, {@code quote-closed},
     * {@code quote-unanswered}, {@code offer-changed} (another offer than the stated one is the newest), and as
     * {@code Orders.place}, its price excepted. Stock and destination are judged as of today.
     *
     * @param offer number of the offer that the customer has seen
     * @param checkout its price agreement is not looked at; a delivery must go where the offer says
     */
    Outcome<Order> order(Caller caller, Optional<IdempotencyKey> key, QuoteId id, int offer, Checkout checkout);
}
