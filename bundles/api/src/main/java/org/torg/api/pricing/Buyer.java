package org.torg.api.pricing;

import java.util.Optional;
import java.util.Set;
import org.torg.api.account.AccountId;

/**
 * Who buys, as far as prices depend on it.
 *
 * @param tier code of the loyalty tier that applies
 * @param groups price groups
 */
public record Buyer(AccountId account, Optional<String> tier, Set<String> groups) {

    public Buyer {
        groups = Set.copyOf(groups);
    }
}
