package org.torg.api.vendor;

import java.util.Set;
import org.torg.api.account.Role;

/**
 * How customers of a vendor come, and what they may change of themselves: closed data.
 *
 * @param registration how accounts start
 * @param addresses who may change addresses
 * @param passwordMinimum characters that a password has at least, 8 to 64; there is no maximum below 64 (H04)
 * @param secondFactorRoles of customers, who need a second factor as staff always do
 */
public record AccountPolicy(
        Registration registration, Addresses addresses, int passwordMinimum, Set<Role> secondFactorRoles) {

    /** What holds for a vendor that says nothing: it creates its accounts, and they keep their own addresses. */
    public static final AccountPolicy DEFAULT = new AccountPolicy(Registration.BY_VENDOR, Addresses.AT_ONCE, 8, false);

    public enum Registration {
        /** After contact with the vendor (D03). */
        BY_VENDOR,
        /** By a form and a mail that confirms (H02). */
        SELF,
        /** As {@link #SELF}, for companies with an organisation number (L12). */
        SELF_BUSINESS
    }

    public enum Addresses {
        /** By the customer, for what comes (L01, L02). */
        AT_ONCE,
        /** The address book is the vendor's; an order may name another address. */
        PER_ORDER,
        /** The vendor's alone: an order goes to an entry of the address book (D38, D39). */
        BY_VENDOR
    }

    public AccountPolicy {
        if (passwordMinimum < 8 || passwordMinimum > 64) {
            throw new IllegalArgumentException("a minimum of 8 to 64 characters");
        }
        if (secondFactorRoles.stream().anyMatch(role -> role.side() != Role.Side.CUSTOMER)) {
            throw new IllegalArgumentException("only roles of customers: staff need a second factor in any case");
        }
        secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    /** @param secondFactorForOwners whether owners of accounts need a second factor */
    public AccountPolicy(
            Registration registration, Addresses addresses, int passwordMinimum, boolean secondFactorForOwners) {
        this(registration, addresses, passwordMinimum, secondFactorForOwners ? Set.of(Role.OWNER) : Set.of());
    }
}
