package org.torg.api.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.catalog.Sku;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * What has left.
 *
 * @param sequence of this order's shipments, from 1
 * @param location of the account, for which it was ordered
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
        List<Parcel> parcels,
        Optional<LocationId> location) {

    /** @param from how many of the order line had been shipped before */
    public record Line(LineId line, Sku sku, int from, int quantity) {}

    public Shipment {
        lines = List.copyOf(lines);
        parcels = List.copyOf(parcels);
    }

    /** One that was ordered for the account as a whole. */
    public Shipment(
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
        this(
                id,
                order,
                orderNumber,
                vendor,
                account,
                sequence,
                shippedOn,
                registeredAt,
                lines,
                parcels,
                Optional.empty());
    }
}
