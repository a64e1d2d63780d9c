package org.torg.vendors.dental;

import org.torg.api.pricing.PricingLine;

/** What an article is, by its category: splints against sleep apnoea, other appliances, and supplies of all kinds. */
final class Goods {

    private Goods() {}

    static boolean isSplint(PricingLine line) {
        return within(line, "splints");
    }

    /** Made for one patient. */
    static boolean isMadeToMeasure(PricingLine line) {
        return isSplint(line) || within(line, "appliances");
    }

    private static boolean within(PricingLine line, String category) {
        return line.category().equals(category) || line.category().startsWith(category + "/");
    }
}
