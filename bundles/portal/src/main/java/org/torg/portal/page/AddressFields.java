package org.torg.portal.page;

import org.torg.api.account.Address;

/** The fields of a postal address: how they are filled, and how they are read. */
public final class AddressFields {

    private AddressFields() {}

    /** @param prefix what the names of its fields begin with, such as {@code address.}: then one is {@code address.line1} */
    public static Fields fill(Fields form, String prefix, Address address) {
        return form.with(prefix + "name", address.name())
                .with(prefix + "attention", address.attention().orElse(""))
                .with(prefix + "line1", address.line1())
                .with(prefix + "line2", address.line2().orElse(""))
                .with(prefix + "postcode", address.postcode())
                .with(prefix + "city", address.city())
                .with(prefix + "country", address.country());
    }

    /** As it was typed; whether it is an address the kernel judges. */
    public static Address read(Fields form, String prefix) {
        return new Address(
                form.typed(prefix + "name").strip(),
                form.text(prefix + "attention"),
                form.typed(prefix + "line1").strip(),
                form.text(prefix + "line2"),
                form.typed(prefix + "postcode").strip(),
                form.typed(prefix + "city").strip(),
                form.typed(prefix + "country").strip());
    }
}
