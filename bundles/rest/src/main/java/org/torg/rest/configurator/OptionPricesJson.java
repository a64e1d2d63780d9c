package org.torg.rest.configurator;

import java.util.List;
import org.joda.money.Money;
import org.torg.api.configurator.Configurations.OptionPrice;

/** What each possible option of a question would cost. */
public record OptionPricesJson(String question, List<OptionPriceJson> options) {

    /**
     * @param net of one, without VAT and freight
     * @param difference to what is chosen now
     */
    public record OptionPriceJson(String option, Money net, Money difference) {}

    static OptionPricesJson of(String question, List<OptionPrice> prices) {
        return new OptionPricesJson(
                question,
                prices.stream()
                        .map(price -> new OptionPriceJson(price.option(), price.net(), price.difference()))
                        .toList());
    }
}
