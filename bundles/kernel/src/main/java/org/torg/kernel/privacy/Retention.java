package org.torg.kernel.privacy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.store.PersonalDataStore.KnownOrder;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.vendor.KnownVendors;

/**
 * How long the law of the seller's country wants accounts kept: five years after the end of the year in Norway (bokføringsloven
 * § 13) and Denmark (bogføringsloven § 12), seven in Sweden (bokföringslagen 7 kap. 2 §). Elsewhere, and of a seller who was never here,
 * the longest of them.
 */
@Component(service = Retention.class)
public final class Retention {

    static final int LONGEST = 7;

    private static final Map<String, Integer> YEARS = Map.of("NO", 5, "DK", 5, "SE", 7);

    private final KnownVendors vendors;
    private final Clock clock;

    @Activate
    public Retention(@Reference KnownVendors vendors, @Reference Clock clock) {
        this.vendors = vendors;
        this.clock = clock;
    }

    /** The last day on which an order and its invoices must be kept as they are. */
    LocalDate until(KnownOrder order) {
        Optional<LegalEntity> seller = vendors.find(order.vendor()).map(VendorDescriptor::seller);
        ZoneId zone = seller.map(LegalEntity::zone).orElse(ZoneOffset.UTC);
        int years = seller.map(entity -> YEARS.getOrDefault(entity.address().country(), LONGEST))
                .orElse(LONGEST);
        LocalDate placed = LocalDate.ofInstant(order.placedAt(), zone);
        LocalDate last = order.lastIssued().filter(placed::isBefore).orElse(placed);
        return LocalDate.of(last.getYear() + years, 12, 31);
    }

    boolean isHeld(KnownOrder order) {
        return !clock.today(ZoneOffset.UTC).isAfter(until(order));
    }
}
