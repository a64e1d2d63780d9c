package org.torg.api.order;

import java.util.Optional;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.vendor.VendorId;

/**
 * Which orders are wanted, the newest first.
 *
 * @param account for staff; customers see their own account's in any case
 */
public record OrderQuery(
        Optional<VendorId> vendor, Optional<AccountId> account, Optional<OrderStatus> status, PageRequest page) {}
