package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Passwords;

class PasswordHashesTest {

    private final PasswordHashes passwords = new PasswordHashes();

    @Test
    void aPasswordFitsItsOwnHashOnly() {
        Optional<String> hash = passwords.hash("hemmelig setning".toCharArray());

        assertThat(passwords.fits("hemmelig setning".toCharArray(), hash)).contains(true);
        assertThat(passwords.fits("hemmelig setninG".toCharArray(), hash)).contains(false);
    }

    /** From the reference implementation: argon2id, version 1.3, "password" with the salt "somesalt". */
    @Test
    void aHashOfAnotherProgramIsUnderstood() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.fits("password".toCharArray(), Optional.of(reference)))
                .contains(true);
    }

    @Test
    void nobodysPasswordNeverFits() {
        assertThat(passwords.fits("anything".toCharArray(), Optional.empty())).contains(false);
    }

    @Test
    void whatIsTooLongFitsNothingHoweverItBegins() {
        String longest = "x".repeat(Passwords.LONGEST);
        Optional<String> hash = passwords.hash(longest.toCharArray());

        assertThat(passwords.fits(longest.toCharArray(), hash)).contains(true);
        assertThat(passwords.fits((longest + "x").toCharArray(), hash)).contains(false);
        assertThat(passwords.fits((longest + "x".repeat(Passwords.LONGEST)).toCharArray(), hash))
                .contains(false);
    }

    /** Who is known is told by nothing, so not by the work either. */
    @Test
    void whoIsNotThereCostsWhatEverybodyCosts() {
        String somebody = passwords.hash("hemmelig setning".toCharArray()).orElseThrow();
        String nobody = passwords.nobody();

        assertThat(somebody).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(nobody).hasSameSizeAs(somebody);
        assertThat(nobody.substring(0, nobody.indexOf("p=1$")))
                .isEqualTo(somebody.substring(0, somebody.indexOf("p=1$")));
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(passwords.hash("hemmelig".toCharArray())).isNotEqualTo(passwords.hash("hemmelig".toCharArray()));
    }

    @Test
    void lettersWithRingsFitHoweverTheyWereTyped() {
        Optional<String> hash = passwords.hash("bl\u00e5b\u00e6r og r\u00f8mme".toCharArray());

        assertThat(passwords.fits("bla\u030ab\u00e6r og r\u00f8mme".toCharArray(), hash))
                .contains(true);
    }
}
