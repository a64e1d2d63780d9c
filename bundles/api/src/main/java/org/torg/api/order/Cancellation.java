package org.torg.api.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.torg.api.pricing.LineId;

/**
 * Parts of an order that were taken back, and why (L25).
 *
 * @param revision of the order that came of it
 * @param quantities line to quantity, each at least 1
 * @param reason as somebody has written it; empty when it was erased
 */
public record Cancellation(int revision, Instant at, Map<LineId, Integer> quantities, Optional<String> reason) {
    public Cancellation {
        quantities = Map.copyOf(quantities);
    }

    /** Without what somebody has written. */
    @Override
    public String toString() {
        return "Cancellation[" + revision + "]";
    }
}
