package org.torg.api.order;

import java.time.LocalDate;
import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.pricing.Destination;

/**
 * Where and how goods are delivered.
 *
 * @param option code of the delivery option; the first one when empty
 */
public record DeliveryChoice(Address address, Destination.Kind kind, Optional<String> option, Timing timing) {

    /** Complete, in parts, or in a period: exactly one of them (L39). */
    public sealed interface Timing {

        /** All at once, when all is there. */
        record Complete() implements Timing {}

        /** As goods become available (L38). */
        record InParts() implements Timing {}

        /** Within these days, both included (L40). A single day has both alike. */
        record Requested(LocalDate from, LocalDate to) implements Timing {}
    }

    public Destination destination() {
        return new Destination(address.country(), address.postcode(), kind);
    }
}
