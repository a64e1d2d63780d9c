package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private final Totp totp = new Totp();

    /** The vectors of RFC 6238, appendix B, for SHA-1: of their eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        String secret = Base32.toBase32String("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

        assertThat(totp.code(secret, second / 30)).isEqualTo(code);
        assertThat(totp.step(secret, code, Instant.ofEpochSecond(second))).contains(second / 30);
        assertThat(totp.step(secret, code, Instant.ofEpochSecond(second + 30))).contains(second / 30);
        assertThat(totp.step(secret, code, Instant.ofEpochSecond(second + 60))).isEmpty();
    }

    @Test
    void aSecretHasThirtyTwoLettersAndDigitsThatCanBeTyped() {
        assertThat(totp.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(totp.newSecret());
    }

    @Test
    void anAddressWithSignsIsEscapedInTheLink() {
        assertThat(Totp.uri("Lys & Verk", "info+dentist@clinic.example", "ABC"))
                .isEqualTo("otpauth://totp/Lys%20%26%20Verk:info%2Bdentist%40clinic.example?secret=ABC"
                        + "&issuer=Lys%20%26%20Verk&algorithm=SHA1&digits=6&period=30");
    }
}
