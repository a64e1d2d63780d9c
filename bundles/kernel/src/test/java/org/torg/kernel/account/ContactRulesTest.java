package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Address;

class ContactRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"kari@example.no", "info+dentist@klinikk.example", "kåre@blåbær.example", "a@b.co", "o'hara@x.dk"
            })
    @Tag("D08")
    void anEMailIsTakenAsItsOwnerWritesIt(String email) {
        assertThat(ContactRules.email(email, "/email")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kari", "kari@", "@example.no", "kari@example", "a b@example.no", "a@b.no,c@d.no", "<a@b.no>"
            })
    void whatIsNoEMailIsRefused(String email) {
        assertThat(ContactRules.email(email, "/email").map(Detail::code)).contains("email-invalid");
    }

    @Test
    void anEMailHasNoMoreThan254Characters() {
        String longest = "a".repeat(64) + "@" + "b".repeat(186) + ".no";

        assertThat(ContactRules.email(longest, "/email")).isEmpty();
        assertThat(ContactRules.email(longest.replace("@", "@b"), "/email")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "99 00 00 00, NO, +4799000000",
        "+47 99 00 00 00, SE, +4799000000",
        "0047 99000000, NO, +4799000000",
        "070-123 45 67, SE, +46701234567",
        "040 123 4567, FI, +358401234567",
        "20 12 34 56, DK, +4520123456",
    })
    void aPhoneNumberIsStoredWithItsCountry(String written, String country, String stored) {
        assertThat(ContactRules.e164(written, country)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "+47 123", "99 00 00 0x", "+999 12345678", "0800-FLOWERS", "99000000 ext 5"})
    void whatIsNoPhoneNumberIsRefused(String written) {
        assertThat(ContactRules.phone(written, "NO", "/phone").map(Detail::code))
                .contains("phone-invalid");
    }

    @Test
    void aPhoneNumberWithoutCountryIsJudgedByItsForm() {
        assertThat(ContactRules.phone("22 00 00 00", "/phone")).isEmpty();
        assertThat(ContactRules.phone("+47 22 00 00 00", "/phone")).isEmpty();
        assertThat(ContactRules.phone("+47 22 00", "/phone")).isPresent();
        assertThat(ContactRules.phone("home", "/phone")).isPresent();
    }

    @Test
    void aTextIsOneLineOfCharactersThatShowThemselves() {
        assertThat(ContactRules.name("Søren Ångström 🦷", "/name")).isEmpty();
        assertThat(ContactRules.name("a".repeat(200), "/name")).isEmpty();
        assertThat(ContactRules.name("a".repeat(201), "/name")).isPresent();
        for (String unfit : List.of("", " ", "a\nb", "a\u0000", "a\u2028b", "\u202Egnp.exe", "half \uD83E")) {
            assertThat(ContactRules.name(unfit, "/name").map(Detail::code)).contains("value-invalid");
        }
    }

    @Test
    void anAddressNeedsThePostcodeOfItsCountry() {
        assertThat(ContactRules.address(address("0155", "NO"), "/a")).isEmpty();
        assertThat(ContactRules.address(address("111 22", "SE"), "/a")).isEmpty();
        assertThat(ContactRules.address(address("EC1A 1BB", "GB"), "/a")).isEmpty();
        assertThat(ContactRules.address(address("155", "NO"), "/a"))
                .extracting(Detail::field)
                .containsExactly("/a/postcode");
        assertThat(ContactRules.address(address("0155", "no"), "/a"))
                .extracting(Detail::field)
                .containsExactly("/a/country");
    }

    @Test
    void aLanguageIsOneThatThereIs() {
        assertThat(ContactRules.language("nb", "/language")).isEmpty();
        assertThat(ContactRules.language("nb-NO", "/language")).isPresent();
        assertThat(ContactRules.language("xx", "/language")).isPresent();
    }

    private static Address address(String postcode, String country) {
        return new Address("Kunde AS", Optional.empty(), "Storgata 1", Optional.empty(), postcode, "Oslo", country);
    }
}
