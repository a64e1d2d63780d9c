package org.torg.portal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.torg.api.account.Address;

/** The fields of a postal address: how they are filled, and how they are read. */
public final class AddressFields {

    private AddressFields() {}

    /** @param prefix such as {@code address}: the fields are then called {@code address.line1} and so on */
    public static Map<String, String> of(String prefix, Address address) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(prefix + ".name", address.name());
        fields.put(prefix + ".attention", address.attention().orElse(""));
        fields.put(prefix + ".line1", address.line1());
        fields.put(prefix + ".line2", address.line2().orElse(""));
        fields.put(prefix + ".postcode", address.postcode());
        fields.put(prefix + ".city", address.city());
        fields.put(prefix + ".country", address.country());
        return fields;
    }

    /** As it was typed; whether it is an address the kernel judges. */
    public static Address read(String prefix, Fields form) {
        return new Address(
                form.typed(prefix + ".name").strip(),
                form.text(prefix + ".attention"),
                form.typed(prefix + ".line1").strip(),
                form.text(prefix + ".line2"),
                form.typed(prefix + ".postcode").strip(),
                form.typed(prefix + ".city").strip(),
                form.typed(prefix + ".country").strip());
    }
}
