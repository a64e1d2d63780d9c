package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.order.OrderSamples.PLACED_AT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.torg.api.StoreException;
import org.torg.api.order.Order;
import org.torg.api.order.OrderStatus;
import org.torg.kernel.order.OrderSamples.Goods;

class OrderChangesTest {

    private static final Order ORDER = OrderSamples.order(List.of(Goods.of(10, "129.00")), List.of());

    @Test
    void anOrderWhoseHeadIsOlderThanItsLinesIsReadAgain() {
        Order torn = ORDER.next(
                OrderStatus.PLACED,
                ORDER.workflowState(),
                List.of(ORDER.lines().get(0).ship(1)),
                ORDER.revision(),
                PLACED_AT);

        assertThatThrownBy(() -> OrderChanges.whole(torn))
                .isInstanceOfSatisfying(StoreException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(StoreException.Kind.CONFLICT));
        assertThat(OrderChanges.whole(ORDER)).isSameAs(ORDER);
    }
}
