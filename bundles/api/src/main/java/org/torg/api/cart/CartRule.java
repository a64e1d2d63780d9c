package org.torg.api.cart;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;
import org.torg.api.Message;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricingRequest;

/** Answers what forbids this cart or destination, and why. Pure, thread-safe, quick: no I/O, no clock. */
@ConsumerType
@FailsClosed
public interface CartRule {

    /** Empty when nothing stands in the way. Judged at pricing and again at checkout. */
    List<Objection> check(CartFacts facts);

    /**
     * @param goods lines, buyer, destination and parameters
     * @param delivery what was chosen; empty before that
     * @param option the delivery option that applies
     * @param contact of the order; empty before checkout
     */
    record CartFacts(
            PricingRequest goods,
            Optional<DeliveryChoice> delivery,
            Optional<DeliveryOption> option,
            Optional<Contact> contact) {}

    /** @param line the line at fault; empty for the whole */
    record Objection(String code, Message message, Optional<LineId> line) {}
}
