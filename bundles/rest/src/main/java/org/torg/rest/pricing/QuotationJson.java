package org.torg.rest.pricing;

import java.util.List;
import org.torg.api.pricing.Prices;
import org.torg.http.Wording;

/**
 * A price that may be ordered.
 *
 * @param snapshot to be sent as {@code priceSnapshot} with the order, until {@code price.expiresAt}
 * @param options the delivery options that this consignment has
 */
public record QuotationJson(String snapshot, PriceJson price, List<DeliveryOptionJson> options) {

    public static QuotationJson of(Prices.Quotation quotation, Wording wording) {
        return new QuotationJson(
                quotation.snapshot(),
                PriceJson.of(quotation.priced(), wording),
                quotation.options().stream()
                        .map(option -> DeliveryOptionJson.of(option, wording))
                        .toList());
    }
}
