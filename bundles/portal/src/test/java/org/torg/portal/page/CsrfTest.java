package org.torg.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest {

    @Test
    void aTokenIsGoodForItsOwnSessionAlone() {
        String token = Csrf.token("one session");
        assertThat(Csrf.isGood(token, "one session")).isTrue();
        assertThat(Csrf.isGood(token, "another session")).isFalse();
    }

    @Test
    void itIsAnotherOnEveryPage() {
        assertThat(Csrf.token("one session")).isNotEqualTo(Csrf.token("one session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAx", "\u0000"})
    void whatIsNoneIsRefused(String sent) {
        assertThat(Csrf.isGood(sent, "one session")).isFalse();
    }
}
