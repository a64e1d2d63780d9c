package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Address;
import org.torg.api.order.Contact;

/** What makes an address or a contact usable. Lenient where only the carrier or the mail server can know. */
final class AddressRules {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, Pattern> POSTCODES = Map.of(
            "NO", Pattern.compile("[0-9]{4}"),
            "DK", Pattern.compile("[0-9]{4}"),
            "SE", Pattern.compile("[0-9]{3} ?[0-9]{2}"),
            "FI", Pattern.compile("[0-9]{5}"));
    private static final Pattern ANY_POSTCODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,11}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;]{1,64}@([\\p{Alnum}-]+\\.)+[\\p{Alnum}-]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ ()/.-]{0,2}[0-9]){4,14}");
    private static final int TEXT = 200;
    private static final int EMAIL_LENGTH = 254;

    private AddressRules() {}

    /** @param pointer where the address stands in the input */
    static List<Detail> check(Address address, String pointer) {
        List<Detail> faults = new ArrayList<>();
        text(address.name(), pointer + "/name").ifPresent(faults::add);
        address.attention().flatMap(it -> text(it, pointer + "/attention")).ifPresent(faults::add);
        text(address.line1(), pointer + "/line1").ifPresent(faults::add);
        address.line2().flatMap(it -> text(it, pointer + "/line2")).ifPresent(faults::add);
        text(address.city(), pointer + "/city").ifPresent(faults::add);
        if (!COUNTRIES.contains(address.country())) {
            faults.add(Refusal.detail(
                    pointer + "/country", "address-invalid", "A country is two capital letters, such as NO."));
        } else if (!POSTCODES
                .getOrDefault(address.country(), ANY_POSTCODE)
                .matcher(address.postcode())
                .matches()) {
            faults.add(Refusal.detail(
                    pointer + "/postcode",
                    "address-invalid",
                    "This is not a postcode of {0}.",
                    Argument.text(address.country())));
        }
        return faults;
    }

    static List<Detail> check(Contact contact, String pointer) {
        List<Detail> faults = new ArrayList<>();
        if (contact.email().length() > EMAIL_LENGTH
                || !EMAIL.matcher(contact.email()).matches()) {
            faults.add(Refusal.detail(pointer + "/email", "email-invalid", "This is not an e-mail address."));
        }
        if (contact.phone().isPresent() && !PHONE.matcher(contact.phone().get()).matches()) {
            faults.add(Refusal.detail(pointer + "/phone", "phone-invalid", "This is not a phone number."));
        }
        return faults;
    }

    private static Optional<Detail> text(String value, String pointer) {
        boolean valid =
                !value.isBlank() && value.length() <= TEXT && value.chars().noneMatch(Character::isISOControl);
        return valid
                ? Optional.empty()
                : Optional.of(Refusal.detail(
                        pointer,
                        "address-invalid",
                        "1 to {0} characters on one line are needed.",
                        Argument.number(TEXT)));
    }
}
