package org.torg.persistence.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.DELIVERY;
import static org.torg.persistence.Samples.LIGHTING;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.store.CartStore;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class CartStoreTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends StoreContract {
        private final CartStore carts = stores.carts();
        private final CartId id = new CartId(id());
        private final Cart empty = new Cart(
                id,
                LIGHTING,
                new AccountId("a-1"),
                new UserId("u-1"),
                List.of(),
                Optional.empty(),
                1,
                NOW,
                NOW,
                Optional.empty());

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void open() {
            transactions.change(tx -> carts.insert(tx, empty));
        }

        private Cart stored() {
            return one(tx -> carts.cart(tx, id)).orElseThrow();
        }

        private static Cart.Line line(String line, int quantity) {
            return new Cart.Line(new LineId(line), new Sku("SKU-" + line), quantity);
        }

        @Test
        void anEmptyCartIsReadAsItWasWritten() {
            assertThat(stored()).isEqualTo(empty);
            assertThat(one(tx -> carts.cart(tx, new CartId("other")))).isEmpty();
        }

        @Test
        void aCartWithLinesIsReadAsItWasWritten() {
            Cart full = new Cart(
                    new CartId(id()),
                    LIGHTING,
                    new AccountId("a-1"),
                    new UserId("u-1"),
                    List.of(line("z", 1), line("a", 2)),
                    Optional.of(DELIVERY),
                    1,
                    NOW,
                    NOW,
                    Optional.empty());
            expectStatements(2, tx -> carts.insert(tx, full));

            assertThat(one(tx -> carts.cart(tx, full.id()))).contains(full);
        }

        @Test
        void linesArePutChangedAndTakenOut() {
            transactions.change(tx -> {
                carts.putLine(tx, id, line("b", 1), 1);
                carts.putLine(tx, id, line("a", 2), 2);
                carts.putLine(tx, id, line("b", 5), 3);
            });
            assertThat(stored().lines()).containsExactly(line("b", 5), line("a", 2));

            transactions.change(tx -> carts.deleteLine(tx, id, new LineId("b")));
            assertThat(stored().lines()).containsExactly(line("a", 2));
        }

        @Test
        void aTouchRaisesTheVersion() {
            transactions.change(tx -> {
                carts.setDelivery(tx, id, DELIVERY);
                carts.touch(tx, id, NOW.plusSeconds(3));
            });

            assertThat(stored().delivery()).contains(DELIVERY);
            assertThat(stored().version()).isEqualTo(2);
            assertThat(stored().changedAt()).isEqualTo(NOW.plusSeconds(3));
        }

        @Test
        void aCartIsClosedOnceAndInTheVersionThatWasSeen() {
            OrderId order = new OrderId(id());
            assertThat(transactions.<Boolean>write(tx -> carts.close(tx, id, 7, order, NOW)))
                    .isFalse();
            assertThat(transactions.<Boolean>write(tx -> carts.close(tx, id, 1, order, NOW)))
                    .isTrue();
            assertThat(transactions.<Boolean>write(tx -> carts.close(tx, id, 2, new OrderId("x"), NOW)))
                    .isFalse();
            assertThat(stored().order()).contains(order);
        }

        @Test
        void parallelEditsOfOneCartQueueUp() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<?>> edits = java.util.stream.IntStream.range(0, 40)
                        .<Future<?>>mapToObj(i -> threads.submit(() -> transactions.change(tx -> {
                            Cart cart = carts.lock(tx, id).orElseThrow();
                            int quantity = cart.lines().isEmpty()
                                    ? 0
                                    : cart.lines().get(0).quantity();
                            carts.putLine(tx, id, line("a", quantity + 1), 1);
                            carts.touch(tx, id, NOW);
                        })))
                        .toList();
                for (Future<?> edit : edits) {
                    edit.get(30, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(stored().lines()).containsExactly(line("a", 40));
            assertThat(stored().version()).isEqualTo(41);
        }

        @Test
        void thereIsNothingToLockInACartThatIsNotThere() {
            assertThat(transactions.<Optional<Cart>>write(tx -> carts.lock(tx, new CartId("other"))))
                    .isEmpty();
        }
    }
}
