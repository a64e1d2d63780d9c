package org.torg.api.order;

import java.util.Map;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.pricing.LineId;

/** What may be done with a placed order. */
public sealed interface OrderCommand {

    /** Goods have left. */
    record Ship(RegisterShipment shipment) implements OrderCommand {}

    /**
     * Parts of lines are not wanted any more, or cannot be delivered (L25).
     *
     * @param quantities line to quantity, each at least 1
     */
    record CancelLines(Map<LineId, Integer> quantities, String reason) implements OrderCommand {
        public CancelLines {
            quantities = Map.copyOf(quantities);
        }
    }

    /**
     * The work on the order has come to another of the vendor's own states, such as picking (L25).
     *
     * @param state code of a state to which the vendor's workflow declares a transition from the present one
     */
    record MoveTo(String state) implements OrderCommand {}
}
