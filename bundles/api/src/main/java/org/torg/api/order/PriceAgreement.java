package org.torg.api.order;

import org.joda.money.Money;

/** On which price the buyer agrees. There is no order without one. */
public sealed interface PriceAgreement {

    /** The price that was shown: an unexpired snapshot is honoured at its stored result. */
    record Snapshot(String token) implements PriceAgreement {
        @Override
        public String toString() {
            return "Snapshot";
        }
    }

    /** The gross total that the buyer counts on; another one refuses the order with {@code total-differs}. */
    record ExpectedTotal(Money gross) implements PriceAgreement {}

    /** Whatever the prices are now; recorded on the order. */
    record Current() implements PriceAgreement {}
}
