package org.torg.api.configurator;

import java.math.BigDecimal;
import org.torg.api.Exact;
import org.torg.api.catalog.Sku;

/** An article that a configuration delivers and charges where a condition holds, for each one that is ordered. */
public record Yield(Condition when, Sku sku, Count count) {

    public sealed interface Count {

        /** So many. */
        record Fixed(int quantity) implements Count {}

        /** The answer to a number question divided by this, rounded up, such as metres of a profile; 0 yields nothing. */
        record Per(String question, BigDecimal size) implements Count {
            public Per {
                size = Exact.number(size);
            }
        }
    }

    public static Yield of(Condition when, String sku) {
        return new Yield(when, new Sku(sku), new Count.Fixed(1));
    }
}
