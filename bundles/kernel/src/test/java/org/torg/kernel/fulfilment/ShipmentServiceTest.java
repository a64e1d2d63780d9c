package org.torg.kernel.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.KernelFixture.BACKORDERED;
import static org.torg.kernel.KernelFixture.DENIED;
import static org.torg.kernel.KernelFixture.UNTRACKED;
import static org.torg.kernel.KernelFixture.buyer;
import static org.torg.kernel.KernelFixture.foreigner;
import static org.torg.kernel.KernelFixture.order;
import static org.torg.kernel.KernelFixture.owner;
import static org.torg.kernel.KernelFixture.staff;
import static org.torg.kernel.Outcomes.code;
import static org.torg.kernel.Outcomes.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.torg.kernel.KernelFixture;
import org.torg.kernel.KernelServices;
import org.torg.kernel.Outcomes;
import org.torg.kernel.Parallel;
import org.torg.kernel.TestDatabase;

class ShipmentServiceTest {
    private static final RegisterShipment ALL = new RegisterShipment(Map.of(), Optional.empty(), List.of());

    private static Order place(KernelFixture kernel) {
        return kernel.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 4, BACKORDERED, 2, UNTRACKED, 1)))
                .orElseThrow();
    }

    private static RegisterShipment with(Parcel parcel) {
        return new RegisterShipment(Map.of(), Optional.empty(), List.of(parcel));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void goodsThatHaveLeftAreNoLongerOnTheShelfNorPromised(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        Order order = place(kernel);
        // Line 1 is the backordered one, line 2 the one on the shelf.
        Shipment shipment = kernel.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.of(order.version()),
                        new RegisterShipment(Map.of(new LineId("2"), 3), Optional.empty(), List.of()))
                .orElseThrow();
        assertThat(shipment.sequence()).isEqualTo(1);
        assertThat(shipment.shippedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(kernel.stock(DENIED).onHand()).isEqualTo(7);
        assertThat(kernel.stock(DENIED).reserved()).isEqualTo(1);
        assertThat(kernel.orders().get(owner(), order.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.IN_FULFILMENT);
        Shipment rest = kernel.shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL)
                .orElseThrow();
        assertThat(rest.sequence()).isEqualTo(2);
        assertThat(kernel.stock(DENIED).reserved()).isZero();
        assertThat(kernel.stock(BACKORDERED).reserved()).isZero();
        assertThat(code(kernel.shipments().register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL)))
                .isEqualTo("nothing-open");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRepeatIsTheSameShipment(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        Order order = place(kernel);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("ship"));
        RegisterShipment one = new RegisterShipment(Map.of(new LineId("2"), 1), Optional.empty(), List.of());
        Shipment first = kernel.shipments()
                .register(staff(), key, order.id(), Optional.of(1L), one)
                .orElseThrow();
        assertThat(kernel.shipments()
                        .register(staff(), key, order.id(), Optional.of(1L), one)
                        .orElseThrow())
                .isEqualTo(first);
        assertThat(code(kernel.shipments().register(staff(), key, order.id(), Optional.of(1L), ALL)))
                .isEqualTo("idempotency-key-reused");
        assertThat(refusal(kernel.shipments().register(staff(), Optional.empty(), order.id(), Optional.of(1L), one))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void twoWhoShipTheSamePieceShipItOnce(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        KernelServices second = kernel.node();
        Order order = place(kernel);
        List<Outcome<Shipment>> answers = Parallel.run(6, caller -> (caller % 2 == 0 ? kernel.services() : second)
                .shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL));
        assertThat(answers.stream().map(Outcomes::code).filter("done"::equals)).hasSize(1);
        assertThat(kernel.stock(DENIED).onHand()).isEqualTo(6);
        assertThat(kernel.shipments()
                        .find(owner(), Optional.of(order.id()), PageRequest.first(10))
                        .orElseThrow()
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTrackingLinkIsHttps(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        Order order = place(kernel);
        for (String bad :
                List.of("http://track.example/1", "javascript:alert(1)", "https://", "track.example", "https://a b")) {
            Parcel parcel = new Parcel("Posten", Optional.of("370700"), Optional.of(bad));
            assertThat(code(kernel.shipments()
                            .register(staff(), Optional.empty(), order.id(), Optional.empty(), with(parcel))))
                    .as(bad)
                    .isEqualTo("tracking-url-invalid");
        }
        assertThat(code(kernel.shipments()
                        .register(
                                staff(),
                                Optional.empty(),
                                order.id(),
                                Optional.empty(),
                                with(new Parcel(" ", Optional.empty(), Optional.empty())))))
                .isEqualTo("parcel-invalid");
        Parcel good = new Parcel("Posten", Optional.of("370700"), Optional.of("https://sporing.example/370700"));
        Shipment shipment = kernel.shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), with(good))
                .orElseThrow();
        Page<Shipment> found = kernel.shipments()
                .find(buyer(), Optional.of(order.id()), PageRequest.first(10))
                .orElseThrow();
        assertThat(found.items()).containsExactly(shipment);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyTheVendorsStaffShips(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        Order order = place(kernel);
        assertThat(code(kernel.shipments().register(owner(), Optional.empty(), order.id(), Optional.empty(), ALL)))
                .isEqualTo("right-missing");
        assertThat(code(kernel.shipments().register(foreigner(), Optional.empty(), order.id(), Optional.empty(), ALL)))
                .isEqualTo("order-not-found");
        kernel.shipments()
                .register(staff(), Optional.empty(), order.id(), Optional.empty(), ALL)
                .orElseThrow();
        assertThat(kernel.shipments()
                        .find(foreigner(), Optional.of(order.id()), PageRequest.first(10))
                        .orElseThrow()
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void shipmentsAreListedTheNewestFirst(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        Order order = place(kernel);
        for (int i = 0; i < 3; i++) {
            kernel.clock().move(Duration.ofSeconds(1));
            kernel.shipments()
                    .register(
                            staff(),
                            Optional.empty(),
                            order.id(),
                            Optional.empty(),
                            new RegisterShipment(Map.of(new LineId("2"), 1), Optional.empty(), List.of()))
                    .orElseThrow();
        }
        Page<Shipment> first = kernel.shipments()
                .find(staff(), Optional.empty(), PageRequest.first(2))
                .orElseThrow();
        Page<Shipment> rest = kernel.shipments()
                .find(owner(), Optional.of(order.id()), new PageRequest(first.next(), 2))
                .orElseThrow();
        assertThat(first.items()).extracting(Shipment::sequence).containsExactly(3, 2);
        assertThat(rest.items()).extracting(Shipment::sequence).containsExactly(1);
        assertThat(code(kernel.shipments().find(staff(), Optional.empty(), new PageRequest(Optional.of("x"), 2))))
                .isEqualTo("cursor-invalid");
    }
}
