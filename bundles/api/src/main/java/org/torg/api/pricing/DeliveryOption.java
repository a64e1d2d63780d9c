package org.torg.api.pricing;

import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.torg.api.Message;

/**
 * A way to deliver.
 *
 * @param code unique within the vendor, such as {@code parcel}
 * @param price without VAT, before any waiver
 * @param phoneRequired whether the carrier must be able to call the receiver (L51)
 * @param minDays working days until it arrives, at least
 * @param maxDays working days until it arrives, at most
 * @param waiver what a large order need not pay (L49)
 */
public record DeliveryOption(
        String code,
        Message name,
        Money price,
        String rule,
        boolean phoneRequired,
        int minDays,
        int maxDays,
        Optional<Waiver> waiver) {

    /**
     * @param threshold the goods, after discounts and without VAT, must come to at least this
     * @param waives the kinds of charges that fall away; others stay (L47)
     */
    public record Waiver(Money threshold, Set<ChargeKind> waives, String rule, Message message) {
        public Waiver {
            waives = Set.copyOf(waives);
        }
    }
}
