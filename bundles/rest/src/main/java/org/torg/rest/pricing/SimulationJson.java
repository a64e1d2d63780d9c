package org.torg.rest.pricing;

import java.util.List;
import org.torg.api.pricing.Simulations.Simulated;
import org.torg.http.Wording;

/**
 * A price that nobody has been promised: there is no snapshot by which it could be ordered.
 *
 * @param options the delivery options that the consignment would have
 */
public record SimulationJson(PriceJson price, List<DeliveryOptionJson> options) {

    static SimulationJson of(Simulated simulated, Wording wording) {
        return new SimulationJson(
                PriceJson.of(simulated.priced(), wording),
                simulated.options().stream()
                        .map(option -> DeliveryOptionJson.of(option, wording))
                        .toList());
    }
}
