package org.torg.portal.office.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

class TypedRowsTest {

    @ParameterizedTest
    @ValueSource(strings = {"DL-100;5", "DL-100,5", "DL-100\t5", "DL-100 5", "  DL-100 ; 5 ;", "DL-100;5\n\n"})
    void anArticleAndAQuantityAreReadHoweverTheyAreSeparated(String typed) {
        TypedRows rows = TypedRows.of(typed);

        assertThat(rows.lines()).containsExactly(new PriceRequest.Line(new LineId("1"), new Sku("DL-100"), 5));
        assertThat(rows.bad()).isEmpty();
    }

    @Test
    void withoutAQuantityItIsOne() {
        assertThat(TypedRows.of("DL-100").lines())
                .extracting(PriceRequest.Line::quantity)
                .containsExactly(1);
    }

    @Test
    void linesAreNamedAfterTheirRowsAndEmptyRowsCount() {
        assertThat(TypedRows.of("A-1;2\r\n\r\nB-2;3").lines())
                .extracting(line -> line.id().value())
                .containsExactly("1", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DL-100;0", "DL-100;100001", "DL-100;many", "-;1", "two words here", "DL-100;5;6"})
    void whatIsNoArticleAndQuantityIsToldByItsRow(String row) {
        TypedRows rows = TypedRows.of("A-1;1\n" + row);

        assertThat(rows.lines()).hasSize(1);
        assertThat(rows.bad()).containsExactly(2);
    }

    @Test
    void noMoreLinesAreTakenThanCanBePriced() {
        TypedRows rows = TypedRows.of("A-1;1\n".repeat(PriceRequest.MAX_LINES + 2));

        assertThat(rows.lines()).hasSize(PriceRequest.MAX_LINES);
        assertThat(rows.bad()).containsExactly(PriceRequest.MAX_LINES + 1, PriceRequest.MAX_LINES + 2);
    }
}
