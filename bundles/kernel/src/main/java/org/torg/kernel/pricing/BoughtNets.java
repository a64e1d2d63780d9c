package org.torg.kernel.pricing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;

/** What each line that was asked for comes to. */
public final class BoughtNets {

    private BoughtNets() {}

    /** Net of each line after all adjustments; of a configured one that of all its parts. */
    public static Map<LineId, Money> of(PricedCart cart) {
        Map<LineId, Money> nets = new LinkedHashMap<>();
        for (PricedLine line : cart.lines()) {
            nets.merge(line.bought(), line.net(), Money::plus);
        }
        return nets;
    }
}
