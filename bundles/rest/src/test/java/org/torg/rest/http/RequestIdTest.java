package org.torg.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @Test
    void takesTheClientsIdWhenItIsWellFormed() {
        assertThat(RequestId.of("order-4711")).isEqualTo("order-4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space", "line\nbreak-1", "<script>", "ærlig-talt"})
    void makesItsOwnOtherwise(String sent) {
        assertThat(RequestId.of(sent)).matches("[0-9a-f]{32}");
        assertThat(RequestId.of("a".repeat(65))).matches("[0-9a-f]{32}");
        assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
    }
}
