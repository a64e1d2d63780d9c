package org.torg.vendors.lighting;

import java.util.List;
import java.util.Optional;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.vendor.Texts;

/** The forwarder agrees on a date by phone, so the order must have a number (L51). Asked at checkout, not before. */
record ForwarderPhone(Texts texts) implements CartRule {

    @Override
    public List<Objection> check(CartFacts facts) {
        boolean needed = facts.option().filter(DeliveryOption::phoneRequired).isPresent();
        boolean absent = facts.contact()
                .filter(contact ->
                        contact.phone().filter(phone -> !phone.isBlank()).isEmpty())
                .isPresent();
        return needed && absent
                ? List.of(new Objection("phone-required", texts.message("lighting.objection.phone"), Optional.empty()))
                : List.of();
    }
}
