package org.torg.api.pricing;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;

/** Prices without a cart. */
@ProviderType
public interface Prices {

    /**
     * Prices these lines for the caller's account. Needs {@code PRICE_READ} for the account. Refused with
     * {@code sku-unknown}, {@code quantity-invalid}, {@code currency-mismatch}, {@code delivery-option-unknown},
     * {@code price-missing}, {@code vendor-required}, {@code vendor-unavailable}.
     */
    Outcome<Quotation> price(Caller caller, PriceRequest request);

    /**
     * @param snapshot the signed token by which the order may be placed at these prices
     * @param options the delivery options that this consignment has
     */
    record Quotation(PricedCart priced, String snapshot, List<DeliveryOption> options) {
        public Quotation {
            options = List.copyOf(options);
        }
    }
}
