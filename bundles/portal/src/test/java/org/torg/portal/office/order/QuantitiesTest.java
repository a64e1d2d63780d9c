package org.torg.portal.office.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.portal.page.Fields;

class QuantitiesTest {

    private static final Order ORDER = OrderSample.placed();

    private static Outcome<Map<LineId, Integer>> read(String first, String second) {
        return Quantities.of(ORDER, Fields.NONE.with("quantity.1", first).with("quantity.2", second));
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    @Test
    void anEmptyFieldAndAZeroAreNone() {
        assertThat(read("3", "").orElseThrow()).isEqualTo(Map.of(new LineId("1"), 3));
        assertThat(read("3", "0").orElseThrow()).isEqualTo(Map.of(new LineId("1"), 3));
    }

    /** To the service nothing means everything that is open. */
    @Test
    void nothingAtAllIsRefusedAndNeverMeansAll() {
        assertThat(refusal(read("", "")).code()).isEqualTo("lines-missing");
        assertThat(refusal(Quantities.of(ORDER, Fields.NONE)).code()).isEqualTo("lines-missing");
    }

    @Test
    void whatIsNoNumberIsToldBesideItsLine() {
        for (String wrong : new String[] {"two", "-1", "1.5"}) {
            Refusal refusal = refusal(read("1", wrong));
            assertThat(refusal.code()).isEqualTo("quantity-invalid");
            assertThat(refusal.details()).singleElement().satisfies(detail -> assertThat(detail.field())
                    .isEqualTo("/quantities/2"));
        }
    }
}
