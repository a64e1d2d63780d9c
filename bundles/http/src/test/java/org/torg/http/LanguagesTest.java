package org.torg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "nb; nb",
                "no; nb",
                "nn-NO, de; nb",
                "no-NO; nb",
                "de, sv-SE;q=0.8, en;q=0.9; en",
                "sv-FI; sv-FI",
                "da-DK; da",
                "fi, en; fi",
                "EN-us; en"
            },
            delimiterString = "; ")
    void theBestOfTheLanguagesThatWeSpeakIsTaken(String header, String language) {
        assertThat(Languages.of(header).map(Locale::toLanguageTag)).contains(language);
    }

    @Test
    void whatWeDoNotSpeakOrCannotReadIsLeftToTheStandard() {
        assertThat(Languages.of("de")).isEmpty();
        assertThat(Languages.of("*")).isEmpty();
        assertThat(Languages.of(";q=,,")).isEmpty();
        assertThat(Languages.of("-")).isEmpty();
        assertThat(Languages.of("nb, -")).isEmpty();
        assertThat(Languages.of("en,".repeat(1000))).isEmpty();
    }
}
