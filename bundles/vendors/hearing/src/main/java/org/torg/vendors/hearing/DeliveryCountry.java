package org.torg.vendors.hearing;

import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.cart.CartRule;
import org.torg.api.vendor.Texts;

/** Goods go to the markets that Hörlund serves, and nowhere else. */
record DeliveryCountry(List<String> markets, Texts texts) implements CartRule {

    @Override
    public List<Objection> check(CartFacts facts) {
        return facts
                .goods()
                .destination()
                .filter(destination -> !markets.contains(destination.country()))
                .map(destination -> new Objection(
                        "country-not-served",
                        texts.message("hearing.objection.country", Argument.text(destination.country())),
                        Optional.empty()))
                .stream()
                .toList();
    }
}
