package org.torg.portal.office;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.torg.api.account.Address;
import org.torg.portal.page.Fields;

/** The fields of an address, below one name. */
public final class AddressFields {

    private AddressFields() {}

    /** @param prefix what the names of its fields begin with, such as {@code billing-} */
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

    public static Fields fill(Fields form, String prefix, Address address) {
        return form.with(prefix + "name", address.name())
                .with(prefix + "attention", address.attention().orElse(""))
                .with(prefix + "line1", address.line1())
                .with(prefix + "line2", address.line2().orElse(""))
                .with(prefix + "postcode", address.postcode())
                .with(prefix + "city", address.city())
                .with(prefix + "country", address.country());
    }

    /** Codes and names of all countries, by the alphabet of the language. */
    public static List<Map.Entry<String, String>> countries(Locale language) {
        Collator alphabet = Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Map.entry(code, new Locale("", code).getDisplayCountry(language)))
                .sorted(Map.Entry.comparingByValue(alphabet))
                .toList();
    }
}
