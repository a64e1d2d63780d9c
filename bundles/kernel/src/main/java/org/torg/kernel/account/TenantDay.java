package org.torg.kernel.account;

import java.time.LocalDate;
import org.torg.api.Clock;
import org.torg.kernel.vendor.KnownVendors;

/** The date by which rights begin and end: that of the tenant's vendor, of the first one where there are several, also while it is away. */
final class TenantDay {

    private final KnownVendors vendors;
    private final Clock clock;

    TenantDay(KnownVendors vendors, Clock clock) {
        this.vendors = vendors;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.today(vendors.zone());
    }
}
