package org.torg.rest.request;

import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.account.Address;
import org.torg.api.account.Registrations.Registration;
import org.torg.rest.account.AddressJson;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.PriceRequestJson;

/** @param vendor may be left out where the tenant has one only */
public record RegistrationJson(
        Optional<String> vendor,
        Optional<String> company,
        Optional<String> organisationNumber,
        Optional<AddressJson> address,
        Optional<String> email,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> language) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final AddressJson MISSING = new AddressJson(
            Optional.of("-"),
            Optional.empty(),
            Optional.of("-"),
            Optional.empty(),
            Optional.of("0"),
            Optional.of("-"),
            Optional.of("NO"));

    Registration read() {
        Faults faults = new Faults();
        return faults.settle(new Registration(
                PriceRequestJson.vendor(faults, "/vendor", vendor),
                faults.requiredText("/company", company, 200),
                faults.text("/organisationNumber", organisationNumber, 40),
                address(faults, address),
                faults.email("/email", Optional.of(faults.required("/email", email, "")))
                        .orElse(""),
                faults.requiredText("/name", name, 200),
                faults.phone("/phone", phone),
                language(faults)));
    }

    /** An address that must be there. */
    static Address address(Faults faults, Optional<AddressJson> address) {
        return faults.required("/address", address, MISSING).read(faults, "/address");
    }

    private String language(Faults faults) {
        faults.required("/language", language, "");
        return faults.shaped("/language", language, 40, LANGUAGE, "language-invalid", "This is not an ISO 639-1 code.")
                .orElse("");
    }
}
