package org.torg.api.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.VendorId;

/**
 * The facts that a module may judge by. They are stored with the trace.
 *
 * @param date business date in the seller's zone
 * @param goods sum of the lines as the phases before have left it, without VAT
 * @param destination where it goes, when that is known already
 */
public record PricingRequest(
        VendorId vendor,
        LocalDate date,
        Buyer buyer,
        List<PricingLine> lines,
        Money goods,
        Optional<Destination> destination,
        Parameters parameters) {

    public PricingRequest {
        lines = List.copyOf(lines);
    }
}
