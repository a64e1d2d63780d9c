package org.torg.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void textStaysText() {
        assertThat(Json.text("\"så\"\n\\ å")).isEqualTo("\"\\\"så\\\"\\u000a\\\\ å\"");
    }
}
