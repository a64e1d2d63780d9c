package org.torg.api.account;

import java.util.Optional;
import org.torg.api.vendor.VendorId;

/** Where a right holds, and where something belongs. */
public sealed interface Scope {

    record Tenant() implements Scope {}

    record OfVendor(VendorId vendor) implements Scope {}

    record OfAccount(AccountId account) implements Scope {}

    record OfLocation(AccountId account, LocationId location) implements Scope {}

    static Scope tenant() {
        return new Tenant();
    }

    static Scope of(VendorId vendor) {
        return new OfVendor(vendor);
    }

    static Scope of(AccountId account) {
        return new OfAccount(account);
    }

    /** Where something of an account belongs: to one of its locations, or to the account as a whole. */
    static Scope of(AccountId account, Optional<LocationId> location) {
        return location.<Scope>map(at -> new OfLocation(account, at)).orElseGet(() -> of(account));
    }

    /** Whether what holds here holds there too: the tenant covers all, an account covers its locations. */
    default boolean covers(Scope other) {
        if (this instanceof Tenant || equals(other)) {
            return true;
        }
        return this instanceof OfAccount mine
                && other instanceof OfLocation theirs
                && mine.account().equals(theirs.account());
    }
}
