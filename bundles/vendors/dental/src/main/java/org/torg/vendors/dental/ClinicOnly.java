package org.torg.vendors.dental;

import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.Destination;
import org.torg.api.vendor.Texts;

/**
 * What is made for a patient goes to the clinic, never to the patient or where a patient might fetch it (D39). Supplies may
 * wait at a parcel shop; nothing at all goes to a private address, or abroad.
 */
record ClinicOnly(List<String> markets, Texts texts) implements CartRule {

    @Override
    public List<Objection> check(CartFacts facts) {
        if (facts.goods().destination().isEmpty()) {
            return List.of();
        }
        Destination destination = facts.goods().destination().get();
        if (!markets.contains(destination.country())) {
            return objection(
                    "country-not-served",
                    texts.message("dental.objection.country", Argument.text(destination.country())));
        }
        boolean madeToMeasure = facts.goods().lines().stream().anyMatch(Goods::isMadeToMeasure);
        return switch (destination.kind()) {
            case BUSINESS -> List.of();
            case PARCEL_SHOP ->
                madeToMeasure ? objection("clinic-only", texts.message("dental.objection.clinic")) : List.of();
            case PRIVATE -> objection("clinic-only", texts.message("dental.objection.clinic"));
        };
    }

    private static List<Objection> objection(String code, Message why) {
        return List.of(new Objection(code, why, Optional.empty()));
    }
}
