package org.torg.api.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * What has left.
 *
 * @param sequence of this order's shipments, from 1
 */
public record Shipment(
        ShipmentId id,
        OrderId order,
        String orderNumber,
        VendorId vendor,
        AccountId account,
        int sequence,
        LocalDate shippedOn,
        Instant registeredAt,
        List<Line> lines,
        List<Parcel> parcels) {

    /** @param from how many of the order line had been shipped before */
    public record Line(LineId line, Sku sku, int from, int quantity) {}

    public Shipment {
        lines = List.copyOf(lines);
        parcels = List.copyOf(parcels);
    }
}
