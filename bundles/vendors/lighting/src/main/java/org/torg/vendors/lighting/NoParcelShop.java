package org.torg.vendors.lighting;

import java.util.List;
import java.util.Optional;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.Destination;
import org.torg.api.vendor.Texts;

/** Nothing is delivered to a parcel shop: all customers are businesses (L52). */
record NoParcelShop(Texts texts) implements CartRule {

    @Override
    public List<Objection> check(CartFacts facts) {
        boolean parcelShop = facts.goods()
                .destination()
                .filter(destination -> destination.kind() == Destination.Kind.PARCEL_SHOP)
                .isPresent();
        return parcelShop
                ? List.of(new Objection(
                        "parcel-shop-refused", texts.message("lighting.objection.parcel-shop"), Optional.empty()))
                : List.of();
    }
}
