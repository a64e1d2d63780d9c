package org.torg.api.cart;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricingRequest;

/**
 * Answers what forbids this cart or destination, and why. Pure, thread-safe, quick: no I/O, no clock. Goods that an objection names
 * are not let into the cart (D21); what the cart lacks still, or where it goes, is objected to as a whole.
 */
@ConsumerType
@FailsClosed
public interface CartRule {

    /** Empty when nothing stands in the way. Judged when goods are added, at pricing and again at checkout. */
    List<Objection> check(CartFacts facts);

    /**
     * @param goods lines, buyer, destination and parameters
     * @param delivery what was chosen; empty before that
     * @param option the delivery option that applies
     * @param contact of the order; empty before checkout
     * @param configured the lines that were asked for and are configured; what they yield is in {@code goods}, and names them as
     *     what it is part of
     */
    record CartFacts(
            PricingRequest goods,
            Optional<DeliveryChoice> delivery,
            Optional<DeliveryOption> option,
            Optional<Contact> contact,
            List<Configured> configured) {
        public CartFacts {
            configured = List.copyOf(configured);
        }

        /** Of articles as they stand. */
        public CartFacts(
                PricingRequest goods,
                Optional<DeliveryChoice> delivery,
                Optional<DeliveryOption> option,
                Optional<Contact> contact) {
            this(goods, delivery, option, contact, List.of());
        }
    }

    /**
     * A configured line as it was asked for.
     *
     * @param sku of the catalogue's article
     * @param quantity of the article as configured
     */
    record Configured(
            LineId id,
            Sku sku,
            String product,
            String category,
            String brand,
            int quantity,
            Map<String, String> attributes) {
        public Configured {
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        }
    }

    /** @param line the line at fault, a configured one or what is part of it; empty for the whole */
    record Objection(String code, Message message, Optional<LineId> line) {}
}
