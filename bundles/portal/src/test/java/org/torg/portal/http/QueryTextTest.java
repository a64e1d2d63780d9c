package org.torg.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

class QueryTextTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Fields fields = Fields.NONE.with("q", "våt & 100 %").with("f.colour", "hvit");
        assertThat(QueryText.fields(Paths.query(fields))).isEqualTo(fields);
    }

    @Test
    void severalOfANameAreKeptInTheirOrder() {
        assertThat(QueryText.fields("f.ip=IP44&f.ip=IP65").all("f.ip")).isEqualTo(List.of("IP44", "IP65"));
    }

    @Test
    void whatIsBrokenIsReadAsItIs() {
        assertThat(QueryText.fields("q=100%&&=x&flag").typed("q")).isEqualTo("100%");
        assertThat(QueryText.fields("q=1&flag").has("flag")).isTrue();
        assertThat(QueryText.fields(null)).isEqualTo(Fields.NONE);
    }

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertThat(QueryText.fields("n=1%C2%A0200").number("n")).isEqualTo(OptionalInt.of(1200));
        assertThat(QueryText.fields("n=1,5").number("n")).isEmpty();
        assertThat(QueryText.fields("n=99999999999").number("n")).isEmpty();
        assertThat(QueryText.fields("n=").number("n")).isEmpty();
    }
}
