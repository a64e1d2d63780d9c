package org.torg.kernel.account;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.torg.api.Clock;
import org.torg.kernel.vendor.VendorRegistry;

/** The date by which rights begin and end: that of the tenant's vendor, of the first one where there are several. */
final class TenantDay {

    private final VendorRegistry vendors;
    private final Clock clock;

    TenantDay(VendorRegistry vendors, Clock clock) {
        this.vendors = vendors;
        this.clock = clock;
    }

    LocalDate today() {
        ZoneId zone = vendors.present().stream()
                .findFirst()
                .map(vendor -> vendor.descriptor().seller().zone())
                .orElse(ZoneOffset.UTC);
        return clock.today(zone);
    }
}
