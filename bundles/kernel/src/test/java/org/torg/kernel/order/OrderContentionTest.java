package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.order;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Order;
import org.torg.api.order.OrderQuery;
import org.torg.api.store.StockStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Outcomes;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;

/** Many clients, broken connections, and several nodes. */
class OrderContentionTest {
    private static final OrderQuery ALL =
            new OrderQuery(Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(200));

    @OnEveryDatabase
    void sixtyFourClientsOnTheLastTenUnitsBuyExactlyTen(Database database) {
        Shop shop = Shop.open(database);
        Kernel second = shop.kernel().node();
        List<Outcome<Order>> answers = Parallel.run(64, client -> (client % 2 == 0 ? shop.kernel() : second)
                .orders.place(owner(), Optional.empty(), order(Map.of(DENIED, 1, UNTRACKED, 1))));
        assertThat(answers.stream().filter(Outcome::isDone)).hasSize(10);
        assertThat(answers.stream().filter(answer -> !answer.isDone()).map(Outcomes::code))
                .containsOnly("stock-insufficient");
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(10);
        assertThat(shop.orders().find(owner(), ALL).orElseThrow().items()).hasSize(10);
    }

    @OnEveryDatabase
    void theSameKeyAtTheSameTimeIsOneOrder(Database database) {
        Shop shop = Shop.open(database);
        Kernel second = shop.kernel().node();
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("double-click"));
        List<Outcome<Order>> answers = Parallel.run(8, client -> (client % 2 == 0 ? shop.kernel() : second)
                .orders.place(owner(), key, order(Map.of(DENIED, 1))));
        Set<Order> placed = new HashSet<>();
        answers.forEach(answer -> placed.add(answer.orElseThrow()));
        assertThat(placed).hasSize(1);
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(1);
    }

    @OnEveryDatabase
    void ordersOfTheSameArticlesInAnotherSequenceDoNotBlockEachOther(Database database) {
        Shop shop = Shop.open(database);
        shop.onHand(DENIED, 1000);
        List<Outcome<Order>> answers = Parallel.run(
                24, client -> shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 1, BACKORDERED, 1))));
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

        @Override
        public void count(Tx tx, VendorId vendor, List<Counted> counted) {
            stock.count(tx, vendor, counted);
        }
    }

    @OnEveryDatabase
    void anOrderThatBreaksInTheMiddleLeavesNothing(Database database) {
        Shop shop = Shop.open(database);
        Kernel breaking = shop.kernel().node(new BreakingStock(shop.stores().stock()));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("breaks"));
        assertThatThrownBy(() -> breaking.orders.place(owner(), key, order(Map.of(DENIED, 3))))
                .hasMessage("the node dies here");
        assertThat(shop.stock(DENIED).reserved()).isZero();
        assertThat(shop.orders().find(owner(), ALL).orElseThrow().items()).isEmpty();
        List<AuditEntry> audit = shop.stores()
                .transactions()
                .read(tx -> shop.stores().commands().audit(tx, AuditTrail.Query.ALL, Optional.empty(), 10));
        assertThat(audit).isEmpty();
        int events =
                shop.stores().transactions().write(tx -> shop.stores().events().position(tx, 10));
        assertThat(events).isZero();
        // The key is free for the next try.
        assertThat(shop.orders().place(owner(), key, order(Map.of(DENIED, 3))).isDone())
                .isTrue();
    }

    @OnEveryDatabase
    void anotherNodeTakesNumbersOfItsOwn(Database database) {
        Shop shop = Shop.open(database);
        OrderNumbers one =
                new OrderNumbers(shop.stores().transactions(), shop.stores().numbers());
        OrderNumbers other =
                new OrderNumbers(shop.stores().transactions(), shop.stores().numbers());
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            numbers.add(one.next(LIGHTING));
            numbers.add(other.next(LIGHTING));
        }
        assertThat(numbers).hasSize(1000);
    }
}
