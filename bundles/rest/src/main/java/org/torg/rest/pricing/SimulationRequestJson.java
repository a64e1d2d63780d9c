package org.torg.rest.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.account.AccountId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Simulations.Simulation;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.PriceRequestJson.DestinationJson;

/**
 * What staff want to see priced.
 *
 * @param account as which customer
 * @param date business date; today when absent
 * @param generation the one that serves when absent
 */
public record SimulationRequestJson(
        Optional<String> account,
        Optional<String> date,
        Optional<BigInteger> generation,
        Optional<String> vendor,
        Optional<String> currency,
        Optional<List<LineJson>> lines,
        Optional<DestinationJson> destination,
        Optional<String> deliveryOption) {

    private static final int LONGEST_ID = 64;

    Simulation read() {
        Faults faults = new Faults();
        return faults.settle(new Simulation(
                new AccountId(faults.requiredText("/account", account, LONGEST_ID)),
                faults.day("/date", date),
                generation.map(number -> generation(faults, number)),
                new PriceRequest(
                        PriceRequestJson.vendor(faults, "/vendor", vendor),
                        PriceRequestJson.currency(faults, "/currency", currency),
                        LineJson.read(faults, "/lines", lines),
                        destination.map(place -> place.read(faults, "/destination")),
                        PriceRequestJson.option(faults, "/deliveryOption", deliveryOption))));
    }

    private static long generation(Faults faults, BigInteger number) {
        boolean possible = number.signum() > 0 && number.bitLength() < Long.SIZE;
        faults.holds(
                possible,
                "/generation",
                "generation-unknown",
                "There is no generation {0}.",
                new Argument.Numeral(new BigDecimal(number)));
        return possible ? number.longValueExact() : 1;
    }
}
