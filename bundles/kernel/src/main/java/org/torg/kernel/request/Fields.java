package org.torg.kernel.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Address;
import org.torg.kernel.account.ContactRules;

/** Gathers what is wrong with a form that somebody has filled in. Markup is text like any other. */
final class Fields {

    static final int LINE = 200;
    static final int TEXT = 4000;

    private final List<Detail> details = new ArrayList<>();

    /** What is wrong; empty when nothing is. */
    List<Detail> faults() {
        return details;
    }

    Fields line(String text, String field) {
        return note(ContactRules.text(text, LINE, field));
    }

    /** Several lines, perhaps none. */
    Fields text(String text, String field) {
        String oneLine = text.replaceAll("[\\n\\r\\t]", " ");
        boolean right =
                text.isEmpty() || ContactRules.text(oneLine, TEXT, field).isEmpty();
        return note(
                right
                        ? Optional.empty()
                        : Optional.of(Refusal.detail(
                                field, "value-invalid", "This is missing, too long or not of the right form.")));
    }

    Fields email(String email, String field) {
        return note(ContactRules.email(email, field));
    }

    Fields phone(Optional<String> phone, String country, String field) {
        return note(phone.flatMap(number -> ContactRules.phone(number, country, field)));
    }

    Fields language(String language, String field) {
        return note(ContactRules.language(language, field));
    }

    Fields address(Address address, String field) {
        details.addAll(ContactRules.address(address, field));
        return this;
    }

    private Fields note(Optional<Detail> fault) {
        fault.ifPresent(details::add);
        return this;
    }
}
