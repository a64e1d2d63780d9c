package org.torg.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.order.OrderId;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.Status;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes.Summary;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Quotes. What is stored as offered is expired once its last day is over; the moment is given with each question. */
@ProviderType
public interface QuoteStore {

    /** Without offers and comments. */
    void insert(Tx tx, Quote quote);

    /** As it stands now. */
    Optional<Quote> quote(Tx tx, QuoteId id, Instant now);

    /** By what is due where that is asked for, else by id, the newest first. */
    List<Summary> find(Tx tx, Filter filter, Optional<After> after, int limit, Instant now);

    /**
     * @param account empty: all
     * @param vendors empty: all
     * @param locations empty: all, and what belongs to the account as a whole
     */
    record Filter(
            Optional<AccountId> account,
            Optional<List<VendorId>> vendors,
            Optional<Set<LocationId>> locations,
            Optional<Status> status,
            boolean waiting) {}

    /** The last one seen. */
    record After(Instant due, QuoteId id) {}

    /**
     * Gives it another state, if it still has this version, which is raised.
     *
     * @return whether it had
     */
    boolean move(Tx tx, QuoteId id, long version, Move move);

    /** @param validUntil with {@code validTo}, of the newest offer */
    record Move(
            Status status,
            Optional<Instant> dueAt,
            Optional<LocalDate> validUntil,
            Optional<Instant> validTo,
            Optional<OrderId> order,
            Instant now) {}

    void offer(Tx tx, QuoteId id, Quote.Offer offer);

    /** @param turn from 1; taken once */
    void comment(Tx tx, QuoteId id, int turn, Quote.Comment comment);
}
