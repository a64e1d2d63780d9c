package org.torg.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.portal.page.Fields;

class LinkPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret-A_b",
                " s3cret-A_b \n",
                "https://torg.example/activate#s3cret-A_b",
                "<https://torg.example/\r\n activate#s3cret-\r\n A_b",
                "#s3cret-A_b"
            })
    void aCodeIsReadHoweverItWasPasted(String pasted) {
        assertThat(LinkPages.secret(Fields.NONE.with("secret", pasted))).isEqualTo("s3cret-A_b");
    }
}
