package org.torg.kernel.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.order;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.order.Order;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.LineId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Outcomes;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;

class ShipmentServiceTest {
    private static final RegisterShipment ALL = new RegisterShipment(Map.of(), Optional.empty(), List.of());

    private static Order place(Shop shop) {
        return shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 4, BACKORDERED, 2, UNTRACKED, 1)))
                .orElseThrow();
    }

    private static RegisterShipment with(Parcel parcel) {
        return new RegisterShipment(Map.of(), Optional.empty(), List.of(parcel));
    }

    @OnEveryDatabase
    void goodsThatHaveLeftAreNoLongerOnTheShelfNorPromised(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop);
        // Line 1 is the backordered one, line 2 the one on the shelf.
        Shipment shipment = shop.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.of(order.version()),
                        new RegisterShipment(Map.of(new LineId("2"), 3), Optional.empty(), List.of()))
                .orElseThrow();
        assertThat(shipment.sequence()).isEqualTo(1);
        assertThat(shipment.shippedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(shop.stock(DENIED).onHand()).isEqualTo(7);
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(1);
        assertThat(shop.orders().get(owner(), order.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.IN_FULFILMENT);
        Shipment rest = shop.shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL)
                .orElseThrow();
        assertThat(rest.sequence()).isEqualTo(2);
        assertThat(shop.stock(DENIED).reserved()).isZero();
        assertThat(shop.stock(BACKORDERED).reserved()).isZero();
        assertThat(code(shop.shipments().register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL)))
                .isEqualTo("nothing-open");
    }

    @OnEveryDatabase
    void aRepeatIsTheSameShipment(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("ship"));
        RegisterShipment one = new RegisterShipment(Map.of(new LineId("2"), 1), Optional.empty(), List.of());
        Shipment first = shop.shipments()
                .register(staff(), key, order.id(), Optional.of(1L), one)
                .orElseThrow();
        assertThat(shop.shipments()
                        .register(staff(), key, order.id(), Optional.of(1L), one)
                        .orElseThrow())
                .isEqualTo(first);
        assertThat(code(shop.shipments().register(staff(), key, order.id(), Optional.of(1L), ALL)))
                .isEqualTo("idempotency-key-reused");
        assertThat(refusal(shop.shipments().register(staff(), Optional.empty(), order.id(), Optional.of(1L), one))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
    }

    @OnEveryDatabase
    void twoWhoShipTheSamePieceShipItOnce(Database database) {
        Shop shop = Shop.open(database);
        Kernel second = shop.kernel().node();
        Order order = place(shop);
        List<Outcome<Shipment>> answers = Parallel.run(6, caller -> (caller % 2 == 0 ? shop.kernel() : second)
                .shipments.register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL));
        assertThat(answers.stream().map(Outcomes::code).filter("done"::equals)).hasSize(1);
        assertThat(shop.stock(DENIED).onHand()).isEqualTo(6);
        assertThat(shop.shipments()
                        .find(owner(), Optional.of(order.id()), PageRequest.first(10))
                        .orElseThrow()
                        .items())
                .hasSize(1);
    }

    @OnEveryDatabase
    void aTrackingLinkIsHttps(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop);
        for (String bad :
                List.of("http://track.example/1", "javascript:alert(1)", "https://", "track.example", "https://a b")) {
            Parcel parcel = new Parcel("Posten", Optional.of("370700"), Optional.of(bad));
            assertThat(code(shop.shipments()
                            .register(staff(), Optional.empty(), order.id(), Optional.empty(), with(parcel))))
                    .as(bad)
                    .isEqualTo("tracking-url-invalid");
        }
        assertThat(code(shop.shipments()
                        .register(
                                staff(),
                                Optional.empty(),
                                order.id(),
                                Optional.empty(),
                                with(new Parcel(" ", Optional.empty(), Optional.empty())))))
                .isEqualTo("parcel-invalid");
        Parcel good = new Parcel("Posten", Optional.of("370700"), Optional.of("https://sporing.example/370700"));
        Shipment shipment = shop.shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), with(good))
                .orElseThrow();
        Page<Shipment> found = shop.shipments()
                .find(buyer(), Optional.of(order.id()), PageRequest.first(10))
                .orElseThrow();
        assertThat(found.items()).containsExactly(shipment);
    }

    @OnEveryDatabase
    void onlyTheVendorsStaffShips(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop);
        assertThat(code(shop.shipments().register(owner(), Optional.empty(), order.id(), Optional.empty(), ALL)))
                .isEqualTo("right-missing");
        assertThat(code(shop.shipments().register(foreigner(), Optional.empty(), order.id(), Optional.empty(), ALL)))
                .isEqualTo("right-missing");
        shop.shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL)
                .orElseThrow();
        assertThat(shop.shipments()
                        .find(foreigner(), Optional.of(order.id()), PageRequest.first(10))
                        .orElseThrow()
                        .items())
                .isEmpty();
    }

    @OnEveryDatabase
    void shipmentsAreListedTheNewestFirst(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop);
        for (int i = 0; i < 3; i++) {
            shop.clock().move(Duration.ofSeconds(1));
            shop.shipments()
                    .register(
                            staff(),
                            Optional.empty(),
                            order.id(),
                            Optional.empty(),
                            new RegisterShipment(Map.of(new LineId("2"), 1), Optional.empty(), List.of()))
                    .orElseThrow();
        }
        Page<Shipment> first = shop.shipments()
                .find(staff(), Optional.empty(), PageRequest.first(2))
                .orElseThrow();
        Page<Shipment> rest = shop.shipments()
                .find(owner(), Optional.of(order.id()), new PageRequest(first.next(), 2))
                .orElseThrow();
        assertThat(first.items()).extracting(Shipment::sequence).containsExactly(3, 2);
        assertThat(rest.items()).extracting(Shipment::sequence).containsExactly(1);
        assertThat(code(shop.shipments().find(staff(), Optional.empty(), new PageRequest(Optional.of("x"), 2))))
                .isEqualTo("cursor-invalid");
    }
}
