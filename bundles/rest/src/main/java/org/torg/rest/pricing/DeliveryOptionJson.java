package org.torg.rest.pricing;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.pricing.DeliveryOption;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * A way to deliver.
 *
 * @param price without VAT, before any waiver
 */
public record DeliveryOptionJson(
        String code,
        String name,
        Money price,
        boolean phoneRequired,
        int minDays,
        int maxDays,
        Optional<WaiverJson> waiver) {

    /** @param waives kinds of charges that fall away from this amount of goods on */
    public record WaiverJson(Money threshold, List<String> waives, String text) {}

    static DeliveryOptionJson of(DeliveryOption option, Wording wording) {
        return new DeliveryOptionJson(
                option.code(),
                wording.of(option.name()),
                option.price(),
                option.phoneRequired(),
                option.minDays(),
                option.maxDays(),
                option.waiver()
                        .map(waiver -> new WaiverJson(
                                waiver.threshold(),
                                waiver.waives().stream().sorted().map(Words::of).toList(),
                                wording.of(waiver.message()))));
    }
}
