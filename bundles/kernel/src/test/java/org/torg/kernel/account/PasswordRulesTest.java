package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Refusal;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(new Kernel(Database.DERBY).policies);

    private String code(String password) {
        return rules.objection(password.toCharArray(), "kari.nordmann+lab@klinikk.example", "Kari Nordmann")
                .map(Refusal::code)
                .orElse("good");
    }

    @Test
    @Tag("H04")
    void eightCharactersAreEnoughAndThereAreUpToAThousand() {
        assertThat(code("ab1xqz7")).isEqualTo("password-too-short");
        assertThat(code("ab1xqz7w")).isEqualTo("good");
        assertThat(code("en lang og god setning ".repeat(43))).isEqualTo("good");
        assertThat(code("xy".repeat(500) + "z")).isEqualTo("password-too-long");
    }

    @Test
    void aCharacterCountsOnceHoweverItIsEncoded() {
        assertThat(code("🦷🐟🐠🐡🦐🦀🐙")).isEqualTo("password-too-short");
        assertThat(code("🦷🐟🐠🐡🦐🦀🐙🐚")).isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password123!",
                "P@ssw0rd",
                "12345678",
                "Sommer2026!",
                "lösenord1",
                "VÄLKOMMEN",
                "adgangskode",
                "salasana99",
                "aaaaaaaa",
                "abababab",
                "qwertyuiop",
                "2026Oslo!!",
            })
    void whatEverybodyKnowsIsRefused(String password) {
        assertThat(code(password)).isEqualTo("password-leaked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kari.nordmann+lab@klinikk.example",
                "KARI.NORDMANN+LAB@klinikk.example",
                "Kari Nordmann",
                "karinordmann",
                "Nordmann1975",
                "nordmann!!",
                "Klinikk2026!",
            })
    void theOwnNameAndEMailAreRefused(String password) {
        assertThat(code(password)).isEqualTo("password-personal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"riktig hest batteri", "Kari liker blå sko", "tj6%Vq!m", "sommer i fjellet 1"})
    void anythingElseIsGood(String password) {
        assertThat(code(password)).isEqualTo("good");
    }

    @Test
    void aPersonWithoutANameIsNoObstacle() {
        Optional<Refusal> objection = rules.objection("riktig hest batteri".toCharArray(), "a@b.example", "§§");

        assertThat(objection).isEmpty();
    }
}
