package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.KernelFixture.BACKORDERED;
import static org.torg.kernel.KernelFixture.DENIED;
import static org.torg.kernel.KernelFixture.LIGHTING;
import static org.torg.kernel.KernelFixture.UNTRACKED;
import static org.torg.kernel.KernelFixture.order;
import static org.torg.kernel.KernelFixture.owner;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.audit.AuditEntry;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Order;
import org.torg.api.order.OrderQuery;
import org.torg.api.store.StockStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.KernelFixture;
import org.torg.kernel.KernelServices;
import org.torg.kernel.Outcomes;
import org.torg.kernel.Parallel;
import org.torg.kernel.TestDatabase;

/** Many clients, broken connections, and several nodes. */
class OrderContentionTest {
    private static final OrderQuery ALL =
            new OrderQuery(Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(200));

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sixtyFourClientsOnTheLastTenUnitsBuyExactlyTen(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        KernelServices second = kernel.node();
        List<Outcome<Order>> answers = Parallel.run(64, client -> (client % 2 == 0 ? kernel.services() : second)
                .orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1, UNTRACKED, 1))));
        assertThat(answers.stream().filter(Outcome::isDone)).hasSize(10);
        assertThat(answers.stream().filter(answer -> !answer.isDone()).map(Outcomes::code))
                .containsOnly("stock-insufficient");
        assertThat(kernel.stock(DENIED).reserved()).isEqualTo(10);
        assertThat(kernel.orders().find(owner(), ALL).orElseThrow().items()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSameKeyAtTheSameTimeIsOneOrder(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        KernelServices second = kernel.node();
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("double-click"));
        List<Outcome<Order>> answers = Parallel.run(8, client -> (client % 2 == 0 ? kernel.services() : second)
                .orders()
                .place(owner(), key, order(Map.of(DENIED, 1))));
        Set<Order> placed = new HashSet<>();
        answers.forEach(answer -> placed.add(answer.orElseThrow()));
        assertThat(placed).hasSize(1);
        assertThat(kernel.stock(DENIED).reserved()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ordersOfTheSameArticlesInAnotherSequenceDoNotBlockEachOther(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        kernel.onHand(DENIED, 1000);
        List<Outcome<Order>> answers = Parallel.run(24, client -> kernel.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1, BACKORDERED, 1))));
        assertThat(answers).allMatch(Outcome::isDone);
        Set<String> numbers = new HashSet<>();
        answers.forEach(answer -> numbers.add(answer.orElseThrow().number()));
        assertThat(numbers).hasSize(24);
    }

    /** Dies right after it has promised the stock. */
    private record BreakingStock(StockStore stock) implements StockStore {
        @Override
        public List<Sku> reserve(Tx tx, VendorId vendor, List<Quantity> quantities) {
            stock.reserve(tx, vendor, quantities);
            throw new IllegalStateException("the node dies here");
        }

        @Override
        public void release(Tx tx, VendorId vendor, List<Quantity> quantities) {
            stock.release(tx, vendor, quantities);
        }

        @Override
        public void ship(Tx tx, VendorId vendor, List<Quantity> quantities) {
            stock.ship(tx, vendor, quantities);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anOrderThatBreaksInTheMiddleLeavesNothing(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        KernelServices breaking = kernel.node(new BreakingStock(kernel.stores().stock()));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("breaks"));
        assertThatThrownBy(() -> breaking.orders().place(owner(), key, order(Map.of(DENIED, 3))))
                .hasMessage("the node dies here");
        assertThat(kernel.stock(DENIED).reserved()).isZero();
        assertThat(kernel.orders().find(owner(), ALL).orElseThrow().items()).isEmpty();
        List<AuditEntry> audit = kernel.stores()
                .transactions()
                .read(tx -> kernel.stores().commands().audit(tx, Optional.empty(), Optional.empty(), 10));
        assertThat(audit).isEmpty();
        int events = kernel.stores()
                .transactions()
                .write(tx -> kernel.stores().events().position(tx, 10));
        assertThat(events).isZero();
        // The key is free for the next try.
        assertThat(kernel.orders().place(owner(), key, order(Map.of(DENIED, 3))).isDone())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherNodeTakesNumbersOfItsOwn(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        OrderNumbers one =
                new OrderNumbers(kernel.stores().transactions(), kernel.stores().numbers());
        OrderNumbers other =
                new OrderNumbers(kernel.stores().transactions(), kernel.stores().numbers());
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            numbers.add(one.next(LIGHTING));
            numbers.add(other.next(LIGHTING));
        }
        assertThat(numbers).hasSize(1000);
    }
}
