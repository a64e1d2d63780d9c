package org.torg.kernel.pricing;

import java.util.List;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.PricedCart;

/**
 * A price together with what it was computed from.
 *
 * @param cart of these facts: computed now, or shown earlier and still honoured
 * @param options all delivery options of this consignment; only the one of the cart when it was shown earlier
 */
public record Priced(PriceFacts facts, PricedCart cart, List<DeliveryOption> options) {

    public Priced {
        options = List.copyOf(options);
    }
}
