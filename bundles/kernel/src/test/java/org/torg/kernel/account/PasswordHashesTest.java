package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

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
