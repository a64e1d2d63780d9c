package org.torg.api.order;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;

/**
 * Which orders are wanted, the newest first.
 *
 * @param account for staff; customers see their own account's in any case
 * @param from placed then or later
 * @param until placed before
 * @param person who placed it, or in whose name it was placed
 * @param keyword the beginning of the number or of the buyer's reference, or a whole article number, whatever the case of its
 *     letters; across accounts, the whole number of an order alone. Blank text is none
 * @param recipient only orders with a line for this one, whom the caller must be allowed to read as {@link Recipients} says
 */
public record OrderQuery(
        Optional<VendorId> vendor,
        Optional<AccountId> account,
        Optional<OrderStatus> status,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<UserId> person,
        Optional<String> keyword,
        Optional<RecipientId> recipient,
        PageRequest page) {

    /** For whomever. */
    public OrderQuery(
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            Optional<OrderStatus> status,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<UserId> person,
            Optional<String> keyword,
            PageRequest page) {
        this(vendor, account, status, from, until, person, keyword, Optional.empty(), page);
    }

    /** Whenever, by whom and with whatever in it. */
    public OrderQuery(
            Optional<VendorId> vendor, Optional<AccountId> account, Optional<OrderStatus> status, PageRequest page) {
        this(vendor, account, status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), page);
    }
}
