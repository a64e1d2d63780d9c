package org.torg.api.pricing;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.torg.api.account.RecipientId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.vendor.VendorId;

/**
 * What is to be priced.
 *
 * @param vendor may be left out where the tenant has one only
 * @param currency the one that the buyer expects, when stated; another than the vendor's is refused
 * @param lines 1 to {@value #MAX_LINES}, each line id once
 * @param destination needed for freight; the account's first delivery address when empty
 * @param deliveryOption code; the first option when empty
 */
public record PriceRequest(
        Optional<VendorId> vendor,
        Optional<CurrencyUnit> currency,
        List<Line> lines,
        Optional<Destination> destination,
        Optional<String> deliveryOption) {

    public static final int MAX_LINES = 1000;
    public static final int MAX_QUANTITY = 100_000;

    /**
     * @param quantity 1 to {@value PriceRequest#MAX_QUANTITY}
     * @param answers of an article that is configured: complete ones. It is priced as what they yield
     * @param recipient whom it is for; plays no part in the price
     */
    public record Line(LineId id, Sku sku, int quantity, Optional<Answers> answers, Optional<RecipientId> recipient) {

        /** Of an article as it stands. */
        public Line(LineId id, Sku sku, int quantity) {
            this(id, sku, quantity, Optional.empty(), Optional.empty());
        }
    }

    public PriceRequest {
        lines = List.copyOf(lines);
    }
}
