package org.torg.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.store.OrderStore;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.OrderStore.Search;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class OrderStoreTest {

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
        private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

        private final OrderStore orders = stores.orders();
        private final AccountId account = new AccountId(id());
        private final Order order = Samples.order(account, 3, NOW);

        Contract(Database database) {
            super(database);
        }

        @Test
        void anOrderOfThreeLinesTakesTwoStatementsAndIsReadAsItWasWritten() {
            expectStatements(2, tx -> orders.insert(tx, order));

            assertThat(stored(order.id())).contains(order);
            assertThat(one(tx -> orders.order(tx, new OrderId("other")))).isEmpty();
        }

        @Test
        @Tag("L10")
        void whatAnAccountOrderedSinceADayIsCountedWithoutWhatWasCancelledEarlierOrOrderedElsewhere() {
            Order before = Samples.order(account, 1, NOW.minusSeconds(1));
            Order cancelled = Samples.order(account, 1, NOW.plusSeconds(2));
            Order second = Samples.order(account, 1, NOW.plusSeconds(3));
            Order foreign = Samples.order(new AccountId(id()), 1, NOW.plusSeconds(4));
            transactions.change(
                    tx -> List.of(order, before, cancelled, second, foreign).forEach(each -> orders.insert(tx, each)));
            transactions.change(tx -> orders.update(
                    tx, cancelled, cancelled.next(OrderStatus.CANCELLED, "cancelled", cancelled.lines(), 2, NOW)));

            CurrencyUnit currency = order.price().currency();
            History here =
                    transactions.read(tx -> orders.ordered(tx, account, order.vendor(), currency, order.placedAt()));
            History elsewhere = transactions.read(
                    tx -> orders.ordered(tx, account, new VendorId("dental"), currency, order.placedAt()));
            assertThat(here)
                    .isEqualTo(new History(
                            2, order.price().net().plus(second.price().net())));
            assertThat(elsewhere).isEqualTo(new History(0, Money.zero(currency)));
        }

        private Optional<Order> stored(OrderId id) {
            return expectStatementsOfRead(2, tx -> orders.order(tx, id));
        }

        @Test
        void momentsAndDatesAreTheSameInEveryZoneAndInTheHourThatClocksSkip() {
            TimeZone before = TimeZone.getDefault();
            try {
                // 2026-03-29T02:30 does not exist in Oslo.
                TimeZone.setDefault(TimeZone.getTimeZone("Europe/Oslo"));
                Order odd = Samples.order(account, 1, java.time.Instant.parse("2026-03-29T02:30:00.000001Z"));
                transactions.change(tx -> orders.insert(tx, odd));
                assertThat(stored(odd.id())).contains(odd);

                TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
                assertThat(stored(odd.id())).contains(odd);
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @Test
        void anOrderNumberIsThereOnce() {
            transactions.change(tx -> orders.insert(tx, order));
            Order twin = Samples.order(account, 1, NOW);
            Order sameNumber = new Order(
                    twin.id(),
                    order.number(),
                    twin.vendor(),
                    twin.account(),
                    twin.location(),
                    twin.placedBy(),
                    twin.actingFor(),
                    twin.channel(),
                    twin.status(),
                    twin.workflowState(),
                    1,
                    1,
                    NOW,
                    NOW,
                    twin.lines(),
                    twin.price(),
                    twin.agreedBy(),
                    twin.snapshot(),
                    "t",
                    "x");

            assertConflict(() -> transactions.change(tx -> orders.insert(tx, sameNumber)));
        }

        @Test
        void anUpdateStoresTheStateAndTheLinesThatMoved() {
            transactions.change(tx -> orders.insert(tx, order));
            List<OrderLine> lines = new ArrayList<>(order.lines());
            lines.set(1, lines.get(1).ship(4).cancel(2));
            Order shipped = order.next(OrderStatus.IN_FULFILMENT, "partly-shipped", lines, 2, NOW.plusSeconds(5));

            expectStatements(2, tx -> orders.update(tx, order, shipped));

            assertThat(stored(order.id())).contains(shipped);
        }

        @Test
        void whoUpdatesAnOlderVersionIsToldSo() {
            transactions.change(tx -> orders.insert(tx, order));
            Order next = order.next(OrderStatus.CANCELLED, "cancelled", order.lines(), 2, NOW);
            transactions.change(tx -> orders.update(tx, order, next));

            assertConflict(() -> transactions.change(tx -> orders.update(tx, order, next)));
        }

        @Test
        void ordersAreListedNewestFirstAndByPage() {
            List<Order> placed = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Order one = Samples.order(account, 1, NOW.plusSeconds(i));
                placed.add(0, one);
                transactions.change(tx -> orders.insert(tx, one));
            }
            transactions.change(tx -> orders.insert(tx, Samples.order(new AccountId(id()), 1, NOW.plusSeconds(9))));
            Filter mine = new Filter(Optional.of(List.of(account)), Optional.empty(), Optional.empty());

            List<OrderSummary> first = expectStatementsOfRead(1, tx -> orders.find(tx, mine, Optional.empty(), 3));
            List<OrderSummary> second = transactions.read(
                    tx -> orders.find(tx, mine, Optional.of(first.get(2).id()), 3));

            assertThat(first)
                    .extracting(OrderSummary::id)
                    .containsExactly(
                            ids(placed).get(0), ids(placed).get(1), ids(placed).get(2));
            assertThat(second)
                    .extracting(OrderSummary::id)
                    .containsExactly(ids(placed).get(3), ids(placed).get(4));
            Order newest = placed.get(0);
            assertThat(first.get(0))
                    .isEqualTo(new OrderSummary(
                            newest.id(),
                            newest.number(),
                            LIGHTING,
                            account,
                            OrderStatus.PLACED,
                            newest.placedAt(),
                            newest.price().net(),
                            newest.price().gross(),
                            1,
                            Optional.of("PO-77")));
        }

        private List<OrderId> looked(Search search) {
            Filter mine = new Filter(Optional.of(List.of(account)), Optional.empty(), Optional.empty());
            return this.<List<OrderSummary>>expectStatementsOfRead(
                            1, tx -> orders.find(tx, mine, search, Optional.empty(), 10))
                    .stream()
                    .map(OrderSummary::id)
                    .toList();
        }

        private List<OrderId> looked(String keyword) {
            return looked(new Search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(keyword)));
        }

        @Test
        @Tag("L23")
        void ordersAreFoundByWhenAndByWhomTheyWerePlaced() {
            Order later = Samples.order(account, 1, NOW.plusSeconds(60));
            transactions.change(tx -> {
                orders.insert(tx, order);
                orders.insert(tx, later);
            });
            Optional<UserId> nobody = Optional.empty();
            Optional<String> anything = Optional.empty();

            assertThat(looked(new Search(Optional.of(NOW.plusSeconds(60)), Optional.empty(), nobody, anything)))
                    .containsExactly(later.id());
            assertThat(looked(new Search(Optional.empty(), Optional.of(NOW.plusSeconds(60)), nobody, anything)))
                    .containsExactly(order.id());
            assertThat(looked(new Search(Optional.empty(), Optional.empty(), Optional.of(later.placedBy()), anything)))
                    .contains(later.id());
            assertThat(looked(new Search(
                            Optional.empty(), Optional.empty(), Optional.of(new UserId("somebody-else")), anything)))
                    .isEmpty();
        }

        @Test
        @Tag("H44")
        void ordersAreFoundByTheBeginningOfNumberOrReferenceAndByArticle() {
            transactions.change(tx -> orders.insert(tx, order));

            assertThat(looked(order.number())).containsExactly(order.id());
            assertThat(looked(order.number().substring(0, 3).toLowerCase(Locale.ROOT)))
                    .containsExactly(order.id());
            assertThat(looked("po-7")).containsExactly(order.id());
            assertThat(looked(order.lines().get(0).sku().value())).containsExactly(order.id());
            assertThat(looked("O-77")).isEmpty();
            // Signs of patterns stand for themselves.
            assertThat(looked("P%")).isEmpty();
            assertThat(looked("PO_")).isEmpty();
            assertThat(looked("!")).isEmpty();
        }

        @Test
        void acrossAccountsAWholeNumberAloneIsLookedFor() {
            transactions.change(tx -> orders.insert(tx, order));
            Filter every = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
            for (String word :
                    List.of("PO-77", order.number().substring(0, order.number().length() - 1))) {
                Search search = new Search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(word));
                assertThat(all(tx -> orders.find(tx, every, search, Optional.empty(), 10)))
                        .extracting(OrderSummary::id)
                        .doesNotContain(order.id());
            }
            Search number =
                    new Search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(order.number()));
            assertThat(all(tx -> orders.find(tx, every, number, Optional.empty(), 10)))
                    .extracting(OrderSummary::id)
                    .containsExactly(order.id());
        }

        private static List<OrderId> ids(List<Order> orders) {
            return orders.stream().map(Order::id).toList();
        }

        @Test
        void aFilterNarrowsByAccountVendorAndStatus() {
            transactions.change(tx -> orders.insert(tx, order));

            assertThat(found(ALL)).isEqualTo(1);
            assertThat(found(new Filter(
                            Optional.of(List.of(account, new AccountId("b"), new AccountId("c"))),
                            Optional.of(List.of(LIGHTING)),
                            Optional.of(OrderStatus.PLACED))))
                    .isEqualTo(1);
            assertThat(found(new Filter(Optional.of(List.of()), Optional.empty(), Optional.empty())))
                    .isZero();
            assertThat(found(new Filter(
                            Optional.empty(), Optional.of(List.of(new VendorId("other"))), Optional.empty())))
                    .isZero();
            assertThat(found(new Filter(Optional.empty(), Optional.empty(), Optional.of(OrderStatus.COMPLETED))))
                    .isZero();
        }

        private int found(Filter filter) {
            return transactions
                    .read(tx -> orders.find(tx, filter, Optional.empty(), 10))
                    .size();
        }

        @Test
        void aShipmentIsReadAsItWasWritten() {
            Shipment shipment = shipment(1);
            transactions.change(tx -> orders.insert(tx, order));
            expectStatements(1, tx -> orders.insert(tx, shipment));

            assertThat(one(tx -> orders.shipment(tx, shipment.id()))).contains(shipment);
            assertThat(this.<Integer>expectStatementsOfRead(1, tx -> orders.shipmentCount(tx, order.id())))
                    .isEqualTo(1);
        }

        @Test
        void shipmentsAreListedNewestFirst() {
            transactions.change(tx -> {
                orders.insert(tx, order);
                orders.insert(tx, shipment(1));
                orders.insert(tx, shipment(2));
            });

            List<Shipment> all = expectStatementsOfRead(
                    1, tx -> orders.shipments(tx, ALL, Optional.of(order.id()), Optional.empty(), 10));
            assertThat(all).extracting(Shipment::sequence).containsExactly(2, 1);
            assertThat(all(tx -> orders.shipments(
                            tx, ALL, Optional.empty(), Optional.of(all.get(0).id()), 10)))
                    .containsExactly(all.get(1));
            assertThat(all(tx -> orders.shipments(
                            tx,
                            new Filter(
                                    Optional.of(List.of(new AccountId("other"))), Optional.empty(), Optional.empty()),
                            Optional.empty(),
                            Optional.empty(),
                            10)))
                    .isEmpty();
        }

        @Test
        void twoShipmentsOfAnOrderCannotHaveTheSameNumber() {
            transactions.change(tx -> {
                orders.insert(tx, order);
                orders.insert(tx, shipment(1));
            });

            assertConflict(() -> transactions.change(tx -> orders.insert(tx, shipment(1))));
        }

        private Shipment shipment(int sequence) {
            return new Shipment(
                    new ShipmentId(Samples.newId(NOW.plusSeconds(sequence))),
                    order.id(),
                    order.number(),
                    LIGHTING,
                    account,
                    sequence,
                    LocalDate.of(2026, 3, 29),
                    NOW,
                    List.of(new Shipment.Line(new LineId("l-1"), new Sku("SKU-1"), 0, 4)),
                    List.of(new Parcel("Posten", Optional.of("T-1"), Optional.of("https://example.org/T-1"))));
        }
    }
}
