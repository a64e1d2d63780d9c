package org.torg.api.order;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;

/**
 * A whole order in one call.
 *
 * @param vendor may be left out where the tenant has one only
 * @param lines 1 to {@value PriceRequest#MAX_LINES}
 */
public record PlaceOrder(
        Optional<VendorId> vendor, Optional<CurrencyUnit> currency, List<PriceRequest.Line> lines, Checkout checkout) {

    public PlaceOrder {
        lines = List.copyOf(lines);
    }
}
