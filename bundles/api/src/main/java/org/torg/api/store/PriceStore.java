package org.torg.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Price lists and VAT rates. Prices arrive in batches that become visible in one step. */
@ProviderType
public interface PriceStore {

    String STANDARD_LIST = "standard";

    /**
     * Active prices that may apply to this buyer on this date, in one statement: for everybody, for the account, for its
     * groups. Of rows with the same SKU, list, account, group, least quantity and start, only the one that was activated
     * last; when that one has ended there is none, whatever it replaced.
     */
    List<PriceRow> prices(
            Tx tx, VendorId vendor, Collection<Sku> skus, AccountId account, Collection<String> groups, LocalDate date);

    /** Stores rows that nobody sees yet. */
    void stage(Tx tx, VendorId vendor, String batch, List<PriceRow> rows);

    /** Makes a batch visible, in one statement whatever its size. */
    void activate(Tx tx, VendorId vendor, String batch, Instant now);

    /** Removes the rows of a batch that was never activated. */
    void discard(Tx tx, String batch);

    /**
     * Looks at the vendor's next rows, in an order of the store's own, and removes those that no longer count: active rows
     * that a later activated one with the same SKU, list, account, group, least quantity and start has replaced, and rows
     * that ended before {@code endedBefore} and replace no other. Whatever {@link #prices} answers for
     * {@code endedBefore} or a later day stays as it is.
     *
     * @param after where the last call stopped; empty: from the beginning
     * @param limit how many rows are looked at, at most; at least 1
     */
    Pruned prune(Tx tx, VendorId vendor, LocalDate endedBefore, Optional<Long> after, int limit);

    List<TaxRateRow> taxRates(Tx tx);

    /**
     * @param removed how many rows
     * @param next where to go on; empty: there are no more
     */
    record Pruned(int removed, Optional<Long> next) {}

    /**
     * @param list name of the price list
     * @param account the account it is for; the customer number was resolved
     * @param group the price group it is for
     * @param minQuantity from which quantity on, at least 1
     * @param validFrom first day; empty: always
     * @param validTo last day, included; empty: for ever
     */
    record PriceRow(
            Sku sku,
            String list,
            Optional<AccountId> account,
            Optional<String> group,
            int minQuantity,
            BigMoney price,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo) {}

    /** @param validTo last day, included; empty: for ever */
    record TaxRateRow(
            String country,
            String category,
            java.math.BigDecimal percent,
            LocalDate validFrom,
            Optional<LocalDate> validTo) {}
}
