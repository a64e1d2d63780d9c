package org.torg.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Åke Öberg, Å. Ö.",
        "anne-lise  øye, A. L. Ø.",
        "K. H., K. H.",
        "Ola, O.",
        "\ud83d\ude00 Nordmann, N.",
        "\ud83d\ude00, \u2013",
        "\u05d0\u05d1 \u05d2\u05d3, \u05d0. \u05d2.",
        "<b>Kari</b> Moe, B. M."
    })
    void aNameIsShortenedToTheBeginningsOfItsWords(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
