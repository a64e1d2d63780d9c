package org.torg.api.account;

import java.util.Optional;
import java.util.Set;
import org.torg.api.vendor.VendorId;

/**
 * What one vendor has agreed with one account.
 *
 * @param tier the loyalty tier that staff have set; empty: the programme's first tier (L08)
 * @param groups price groups to which the account belongs
 * @param manager who of the vendor's staff looks after the account (L11)
 */
public record Agreement(
        AccountId account, VendorId vendor, Optional<String> tier, Set<String> groups, Optional<UserId> manager) {

    public Agreement {
        groups = Set.copyOf(groups);
    }

    public Agreement(AccountId account, VendorId vendor, Optional<String> tier, Set<String> groups) {
        this(account, vendor, tier, groups, Optional.empty());
    }
}
