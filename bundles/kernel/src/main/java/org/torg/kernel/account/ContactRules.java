package org.torg.kernel.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
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

/**
 * What makes a text, an e-mail, a phone number, a country, a language or an address usable: the same everywhere in the kernel.
 * Lenient where only the carrier or the mail server can know. Each answers the fault, if there is one, at a JSON pointer.
 */
public final class ContactRules {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, Pattern> POSTCODES = Map.of(
            "NO", Pattern.compile("[0-9]{4}"),
            "DK", Pattern.compile("[0-9]{4}"),
            "SE", Pattern.compile("[0-9]{3} ?[0-9]{2}"),
            "FI", Pattern.compile("[0-9]{5}"));
    private static final Pattern ANY_POSTCODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,11}");
    /** A form, not a proof: whether mail arrives only mail can tell. The part before @ is the receiver's own affair (D08). */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;]{1,64}@([\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]{2,}");

    private static final int EMAIL_LENGTH = 254;
    /** No letters: 0800-FLOWERS is an advertisement. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ ()/.-]{0,2}[0-9]){4,17}");
    /** Characters that change how what follows them is shown. */
    private static final Pattern HIDDEN = Pattern.compile("[\\u2028-\\u202E\\u2066-\\u2069]");

    private static final int NAME = 200;

    private ContactRules() {}

    /** 1 to {@code max} characters on one line. */
    public static Optional<Detail> text(String value, int max, String pointer) {
        return isText(value, max) ? Optional.empty() : Optional.of(invalid(pointer));
    }

    /** 1 to 200 characters on one line. */
    public static Optional<Detail> name(String value, String pointer) {
        return text(value, NAME, pointer);
    }

    public static Optional<Detail> email(String value, String pointer) {
        return isEmail(value)
                ? Optional.empty()
                : Optional.of(Refusal.detail(pointer, "email-invalid", "This is not an e-mail address."));
    }

    public static boolean isEmail(String value) {
        return value.length() <= EMAIL_LENGTH && EMAIL.matcher(value).matches();
    }

    /** @param country ISO 3166-1 alpha-2: whose number it is where it does not say so itself */
    public static Optional<Detail> phone(String value, String country, String pointer) {
        return e164(value, country).isPresent() ? Optional.empty() : Optional.of(phoneInvalid(pointer));
    }

    /** A phone number that is kept as written: without a country, its form is all that can be judged. */
    public static Optional<Detail> phone(String value, String pointer) {
        boolean right = value.startsWith("+")
                ? e164(value, "NO").isPresent()
                : PHONE.matcher(value).matches();
        return right ? Optional.empty() : Optional.of(phoneInvalid(pointer));
    }

    private static Detail phoneInvalid(String pointer) {
        return Refusal.detail(pointer, "phone-invalid", "This is not a phone number.");
    }

    /**
     * A phone number as it is stored: {@code +} and digits. Empty when it is none.
     *
     * @param country ISO 3166-1 alpha-2: whose number it is where it does not say so itself
     */
    public static Optional<String> e164(String value, String country) {
        if (!PHONE.matcher(value).matches()) {
            return Optional.empty();
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(value, country);
            return phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** ISO 3166-1 alpha-2, upper case. */
    public static Optional<Detail> country(String value, String pointer) {
        return COUNTRIES.contains(value)
                ? Optional.empty()
                : Optional.of(
                        Refusal.detail(pointer, "address-invalid", "A country is two capital letters, such as NO."));
    }

    /** ISO 639-1, lower case. */
    public static Optional<Detail> language(String value, String pointer) {
        return LANGUAGES.contains(value) ? Optional.empty() : Optional.of(invalid(pointer));
    }

    /** @param pointer where the address stands in the input */
    public static List<Detail> address(Address address, String pointer) {
        List<Detail> faults = new ArrayList<>();
        line(address.name(), pointer + "/name").ifPresent(faults::add);
        address.attention().flatMap(it -> line(it, pointer + "/attention")).ifPresent(faults::add);
        line(address.line1(), pointer + "/line1").ifPresent(faults::add);
        address.line2().flatMap(it -> line(it, pointer + "/line2")).ifPresent(faults::add);
        line(address.city(), pointer + "/city").ifPresent(faults::add);
        country(address.country(), pointer + "/country")
                .or(() -> postcode(address, pointer + "/postcode"))
                .ifPresent(faults::add);
        return faults;
    }

    private static Optional<Detail> postcode(Address address, String pointer) {
        Pattern form = POSTCODES.getOrDefault(address.country(), ANY_POSTCODE);
        return form.matcher(address.postcode()).matches()
                ? Optional.empty()
                : Optional.of(Refusal.detail(
                        pointer,
                        "address-invalid",
                        "This is not a postcode of {0}.",
                        Argument.text(address.country())));
    }

    private static Optional<Detail> line(String value, String pointer) {
        return isText(value, NAME)
                ? Optional.empty()
                : Optional.of(Refusal.detail(
                        pointer,
                        "address-invalid",
                        "1 to {0} characters on one line are needed.",
                        Argument.number(NAME)));
    }

    private static boolean isText(String value, int max) {
        return !value.isBlank()
                && value.length() <= max
                && value.codePoints().noneMatch(ContactRules::isUnfit)
                && !HIDDEN.matcher(value).find();
    }

    /** Control characters, and halves of characters, which no database takes. */
    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Detail invalid(String pointer) {
        return Refusal.detail(pointer, "value-invalid", "This is missing, too long or not of the right form.");
    }
}
