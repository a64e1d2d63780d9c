package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.order.Order;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.WorkLists;
import org.torg.api.order.WorkLists.Count;
import org.torg.api.order.WorkLists.Item;
import org.torg.api.order.WorkLists.Query;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

class WorkListTest {

    private static final Query ALL =
            new Query(Optional.empty(), Set.of(), Set.of(), Optional.empty(), PageRequest.first(10));

    private static Order placed(Shop shop) {
        return shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1)))
                .orElseThrow();
    }

    private static void ship(Shop shop, Order order) {
        shop.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new RegisterShipment(Map.of(), Optional.empty(), List.of()))
                .orElseThrow();
    }

    private static Query text(String text) {
        return new Query(Optional.empty(), Set.of(), Set.of(), Optional.of(text), PageRequest.first(10));
    }

    private static List<String> numbers(Shop shop, Query query) {
        return shop.kernel().workLists.find(staff(), query).orElseThrow().items().stream()
                .map(item -> item.order().number())
                .toList();
    }

    @OnEveryDatabase
    void ordersAreFoundByTheirStatesTheNewestFirst(Database database) {
        Shop shop = Shop.open(database);
        Order first = placed(shop);
        Order picked = placed(shop);
        Order third = placed(shop);
        Order sent = placed(shop);
        shop.orders()
                .move(staff(), Optional.empty(), picked.id(), Optional.empty(), "picking")
                .orElseThrow();
        ship(shop, sent);

        Query open = new Query(
                Optional.of(Kernel.LIGHTING),
                Set.of(OrderStatus.PLACED, OrderStatus.IN_FULFILMENT),
                Set.of(),
                Optional.empty(),
                PageRequest.first(10));
        assertThat(numbers(shop, open)).containsExactly(third.number(), picked.number(), first.number());
        assertThat(numbers(shop, ALL)).startsWith(sent.number());
        Query picking =
                new Query(Optional.empty(), Set.of(), Set.of("picking"), Optional.empty(), PageRequest.first(10));
        assertThat(numbers(shop, picking)).containsExactly(picked.number());
        Item item = shop.kernel()
                .workLists
                .find(staff(), picking)
                .orElseThrow()
                .items()
                .get(0);
        assertThat(item.state()).isEqualTo("picking");
        assertThat(item.customer()).isNotBlank();
    }

    @OnEveryDatabase
    void pagesOfSeveralStatusesFollowEachOther(Database database) {
        Shop shop = Shop.open(database);
        List<String> numbers = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Order order = placed(shop);
            numbers.add(0, order.number());
            if (i % 2 == 0) {
                ship(shop, order);
            }
        }
        Set<OrderStatus> both = Set.of(OrderStatus.PLACED, OrderStatus.COMPLETED);
        List<String> found = new java.util.ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Item> page = shop.kernel()
                    .workLists
                    .find(
                            staff(),
                            new Query(Optional.empty(), both, Set.of(), Optional.empty(), new PageRequest(after, 2)))
                    .orElseThrow();
            page.items().forEach(item -> found.add(item.order().number()));
            after = page.next();
        } while (after.isPresent());
        assertThat(found).isEqualTo(numbers);
    }

    @OnEveryDatabase
    void aTextIsFoundInTheNumberAndTheCustomer(Database database) {
        Shop shop = Shop.open(database);
        Order order = placed(shop);
        Order other = placed(shop);
        String customer = shop.kernel()
                .workLists
                .find(staff(), ALL)
                .orElseThrow()
                .items()
                .get(0)
                .customer();
        assertThat(numbers(shop, text(order.number().toLowerCase(java.util.Locale.ROOT))))
                .containsExactly(order.number());
        assertThat(numbers(shop, text(customer.substring(1)))).containsExactly(other.number(), order.number());
        assertThat(numbers(shop, text("%"))).isEmpty();
        assertThat(numbers(shop, text("_"))).isEmpty();
    }

    private static Query placedIn(Optional<Instant> from, Optional<Instant> until) {
        return new Query(Optional.empty(), Set.of(), Set.of(), Optional.empty(), from, until, PageRequest.first(10));
    }

    @OnEveryDatabase
    void ordersAreFoundByWhenTheyWerePlaced(Database database) {
        Shop shop = Shop.open(database);
        Instant one = shop.clock().now();
        Order first = placed(shop);
        shop.clock().move(Duration.ofHours(1));
        Instant two = shop.clock().now();
        Order second = placed(shop);
        shop.clock().move(Duration.ofHours(1));
        Order third = placed(shop);

        assertThat(numbers(shop, placedIn(Optional.of(two), Optional.empty())))
                .containsExactly(third.number(), second.number());
        assertThat(numbers(shop, placedIn(Optional.empty(), Optional.of(two)))).containsExactly(first.number());
        assertThat(numbers(shop, placedIn(Optional.of(one), Optional.of(two)))).containsExactly(first.number());
        assertThat(numbers(shop, placedIn(Optional.of(two), Optional.of(two)))).isEmpty();
        Query narrow = new Query(
                Optional.of(Kernel.LIGHTING),
                Set.of(OrderStatus.PLACED),
                Set.of("received"),
                Optional.of(second.number()),
                Optional.of(one),
                Optional.of(two.plusSeconds(1)),
                PageRequest.first(10));
        assertThat(numbers(shop, narrow)).containsExactly(second.number());
    }

    @OnEveryDatabase
    void whatIsOpenIsCountedByState(Database database) {
        Shop shop = Shop.open(database);
        placed(shop);
        placed(shop);
        Order picked = placed(shop);
        shop.orders()
                .move(staff(), Optional.empty(), picked.id(), Optional.empty(), "picking")
                .orElseThrow();
        ship(shop, placed(shop));
        assertThat(shop.kernel().workLists.open(staff(), Optional.empty()).orElseThrow())
                .containsExactly(
                        new Count(Kernel.LIGHTING, OrderStatus.PLACED, "picking", 1),
                        new Count(Kernel.LIGHTING, OrderStatus.PLACED, "received", 2));
    }

    @OnEveryDatabase
    void nobodySeesWhatIsNotTheirs(Database database) {
        Shop shop = Shop.open(database);
        placed(shop);
        WorkLists lists = shop.kernel().workLists;
        assertThat(lists.find(foreigner(), ALL).orElseThrow().items()).isEmpty();
        assertThat(lists.open(foreigner(), Optional.empty()).orElseThrow()).isEmpty();
        Query elsewhere = new Query(
                Optional.of(new VendorId("dental")), Set.of(), Set.of(), Optional.empty(), PageRequest.first(10));
        assertThat(lists.find(staff(), elsewhere).orElseThrow().items()).isEmpty();
        assertThat(refusal(lists.find(stranger(), ALL)).code()).isEqualTo("token-missing");
    }
}
