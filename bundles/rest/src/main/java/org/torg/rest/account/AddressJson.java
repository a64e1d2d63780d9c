package org.torg.rest.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.account.Address;
import org.torg.rest.http.Faults;

/** A postal address. */
public record AddressJson(
        Optional<String> name,
        Optional<String> attention,
        Optional<String> line1,
        Optional<String> line2,
        Optional<String> postcode,
        Optional<String> city,
        Optional<String> country) {

    private static final Pattern POSTCODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,11}");

    public static AddressJson of(Address address) {
        return new AddressJson(
                Optional.of(address.name()),
                address.attention(),
                Optional.of(address.line1()),
                address.line2(),
                Optional.of(address.postcode()),
                Optional.of(address.city()),
                Optional.of(address.country()));
    }

    public Address read(Faults faults, String at) {
        return new Address(
                faults.requiredText(at + "/name", name, 200),
                faults.text(at + "/attention", attention, 200),
                faults.requiredText(at + "/line1", line1, 200),
                faults.text(at + "/line2", line2, 200),
                postcode(faults, at + "/postcode", postcode),
                faults.requiredText(at + "/city", city, 100),
                country(faults, at + "/country", country));
    }

    /** 1 to 12 letters, digits, blanks and hyphens. */
    public static String postcode(Faults faults, String at, Optional<String> value) {
        faults.required(at, value, "");
        return faults.shaped(at, value, 12, POSTCODE, "postcode-invalid", "This is not a postcode.")
                .orElse("");
    }

    public static String country(Faults faults, String at, Optional<String> value) {
        faults.required(at, value, "");
        return faults.country(at, value).orElse("");
    }
}
