package org.torg.vendors.dental;

import java.util.List;
import java.util.Optional;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.PricingLine;
import org.torg.api.vendor.Texts;

/**
 * A cart holds one splint, whatever else is in it (D21). Another one, also for the same patient, is an order of its own
 * (D22).
 */
record OneSplint(Texts texts) implements CartRule {

    @Override
    public List<Objection> check(CartFacts facts) {
        boolean one = false;
        for (PricingLine line : facts.goods().lines()) {
            if (!Goods.isSplint(line)) {
                continue;
            }
            if (one || line.quantity() > 1) {
                return List.of(new Objection(
                        "one-splint-only", texts.message("dental.objection.one-splint"), Optional.of(line.id())));
            }
            one = true;
        }
        return List.of();
    }
}
