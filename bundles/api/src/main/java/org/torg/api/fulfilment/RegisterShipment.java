package org.torg.api.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.pricing.LineId;

/**
 * Some or all lines of an order have left.
 *
 * @param quantities line to quantity, each at least 1; empty: all that is open
 * @param shippedOn business date, the tax point; today when empty; not in the future
 */
public record RegisterShipment(Map<LineId, Integer> quantities, Optional<LocalDate> shippedOn, List<Parcel> parcels) {

    public RegisterShipment {
        quantities = Map.copyOf(quantities);
        parcels = List.copyOf(parcels);
    }
}
