package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.order.OrderSamples.PLACED_AT;
import static org.torg.kernel.order.OrderSamples.PLACED_ON;
import static org.torg.kernel.order.OrderSamples.circumstances;
import static org.torg.kernel.order.OrderSamples.quantities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.event.Event;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.Terms;
import org.torg.kernel.order.OrderDecision.Accepted;
import org.torg.kernel.order.OrderDecision.Refused;
import org.torg.kernel.order.OrderSamples.Goods;

class OrderDecisionTest {
    private final Order order =
            OrderSamples.order(List.of(Goods.of(10, "129.00"), Goods.of(3, "49.50"), Goods.of(1, "999.00")), List.of());
    private final Circumstances now = circumstances(PLACED_AT.plusSeconds(60), 0);

    private static OrderCommand ship(Map<LineId, Integer> quantities) {
        return new OrderCommand.Ship(new RegisterShipment(quantities, Optional.empty(), List.of()));
    }

    private static OrderCommand ship(LocalDate day) {
        return new OrderCommand.Ship(new RegisterShipment(Map.of(), Optional.of(day), List.of()));
    }

    private static OrderCommand cancel(Object... quantities) {
        return new OrderCommand.CancelLines(quantities(quantities), "not wanted");
    }

    private Accepted accepted(Order before, OrderCommand command) {
        OrderDecision.Decision decision = OrderDecision.decide(before, command, now);
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }

    private void refused(Order before, OrderCommand command, String code) {
        refused(before, command, now, code);
    }

    private static void refused(Order before, OrderCommand command, Circumstances circumstances, String code) {
        assertThat(OrderDecision.decide(before, command, circumstances))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aPartOfAnOrderLeavesAndTheOrderIsInFulfilment() {
        Accepted accepted = accepted(order, ship(quantities("1", 4, "2", 3)));
        Order next = accepted.next();
        assertThat(next.status()).isEqualTo(OrderStatus.IN_FULFILMENT);
        assertThat(next.version()).isEqualTo(order.version() + 1);
        assertThat(next.revision()).isEqualTo(order.revision());
        assertThat(next.lines().get(0).open()).isEqualTo(6);
        assertThat(accepted.shipment().orElseThrow().lines())
                .extracting(Shipment.Line::from, Shipment.Line::quantity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 4), org.assertj.core.groups.Tuple.tuple(0, 3));
        assertThat(accepted.events()).hasSize(1).first().isInstanceOf(Event.ShipmentRegistered.class);
    }

    @Test
    void aSecondShipmentBeginsWhereTheFirstHasEnded() {
        Order next = accepted(order, ship(quantities("1", 4))).next();
        Shipment second = accepted(next, ship(quantities("1", 2))).shipment().orElseThrow();
        assertThat(second.lines().get(0).from()).isEqualTo(4);
    }

    @Test
    void shippingAllThatIsOpenCompletesTheOrder() {
        Order partly = accepted(order, ship(quantities("1", 4))).next();
        Accepted rest = accepted(partly, ship(Map.of()));
        assertThat(rest.next().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(rest.shipment().orElseThrow().lines())
                .extracting(Shipment.Line::quantity)
                .containsExactly(6, 3, 1);
        assertThat(rest.events()).hasSize(2).last().isInstanceOf(Event.OrderCompleted.class);
    }

    @Test
    @Tag("L25")
    void singleItemsAreCancelledAsLongAsTheyHaveNotLeft() {
        Accepted cancelled = accepted(order, cancel("1", 4));
        assertThat(cancelled.next().line(new LineId("1")).orElseThrow().open()).isEqualTo(6);
        assertThat(cancelled.next().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(cancelled.next().revision()).isEqualTo(2);
        Order shipped = accepted(cancelled.next(), ship(quantities("1", 6))).next();
        refused(shipped, cancel("1", 1), "quantity-not-open");
        assertThat(accepted(shipped, cancel("2", 1)).next().status()).isEqualTo(OrderStatus.IN_FULFILMENT);
    }

    @Test
    void cancellingEverythingBeforeAnythingHasLeftCancelsTheOrder() {
        Accepted cancelled = accepted(order, cancel("1", 10, "2", 3, "3", 1));
        assertThat(cancelled.next().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.events()).hasSize(2).last().isInstanceOf(Event.OrderCancelled.class);
    }

    @Test
    void cancellingTheRestOfAPartlyShippedOrderCompletesIt() {
        Order partly = accepted(order, ship(quantities("1", 10))).next();
        Accepted cancelled = accepted(partly, cancel("2", 3, "3", 1));
        assertThat(cancelled.next().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(cancelled.events()).last().isInstanceOf(Event.OrderCompleted.class);
    }

    @Test
    void aClosedOrderAcceptsNothing() {
        Order completed = accepted(order, ship(Map.of())).next();
        refused(completed, ship(Map.of()), "nothing-open");
        refused(completed, ship(quantities("1", 1)), "order-closed");
        refused(completed, cancel("1", 1), "order-closed");
        Order cancelled = accepted(order, cancel("1", 10, "2", 3, "3", 1)).next();
        refused(cancelled, ship(Map.of()), "nothing-open");
        refused(cancelled, cancel("1", 1), "order-closed");
    }

    @Test
    void unknownLinesAndQuantitiesThatAreNotOpenAreNamedOneByOne() {
        refused(order, ship(quantities("9", 1)), "line-unknown");
        refused(order, ship(quantities("1", 0)), "quantity-invalid");
        refused(order, cancel("1", -1), "quantity-invalid");
        refused(order, cancel(), "lines-missing");
        OrderDecision.Decision decision = OrderDecision.decide(order, ship(quantities("1", 11, "2", 4, "3", 1)), now);
        assertThat(((Refused) decision).refusal().details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly("/quantities/1 quantity-not-open", "/quantities/2 quantity-not-open");
    }

    @Test
    void theDayOfAShipmentIsTodayOrOneSinceTheOrder() {
        Circumstances later = circumstances(PLACED_AT.plusSeconds(3 * 86_400), 0);
        refused(order, ship(PLACED_ON.plusDays(4)), later, "date-future");
        refused(order, ship(PLACED_ON.minusDays(1)), later, "date-before-order");
        Accepted accepted = (Accepted) OrderDecision.decide(order, ship(PLACED_ON), later);
        assertThat(accepted.shipment().orElseThrow().shippedOn()).isEqualTo(PLACED_ON);
    }

    @Test
    void todayIsReckonedInTheSellersZone() {
        Circumstances lateEvening = circumstances(Instant.parse("2026-03-03T23:30:00Z"), 0);
        Accepted accepted = (Accepted) OrderDecision.decide(order, ship(Map.of()), lateEvening);
        assertThat(accepted.shipment().orElseThrow().shippedOn()).isEqualTo(LocalDate.of(2026, 3, 4));
    }

    @Test
    @Tag("L25")
    void termsThatExcludeChangesRefuseACancellation() {
        Circumstances strict = new Circumstances(
                now.now(),
                now.zone(),
                OrderSamples.terms(Terms.Amendment.NOBODY),
                now.workflow(),
                now.nextShipment(),
                0);
        refused(order, cancel("1", 1), strict, "amendment-excluded");
    }

    @Test
    @Tag("L25")
    void anOrderThatIsBeingPreparedAllowsNoCancellation() {
        Order picking = accepted(order, new OrderCommand.MoveTo("picking")).next();
        refused(picking, cancel("1", 1), "action-not-allowed");
        accepted(picking, ship(Map.of()));
    }

    @Test
    void theVendorsStateFollowsTheStatusOverDeclaredSteps() {
        Order partly = accepted(order, ship(quantities("1", 4))).next();
        assertThat(partly.workflowState()).isEqualTo("partly-shipped");
        assertThat(accepted(partly, ship(quantities("1", 1))).next().workflowState())
                .isEqualTo("partly-shipped");
        assertThat(accepted(partly, ship(Map.of())).next().workflowState()).isEqualTo("shipped");
        assertThat(accepted(order, ship(Map.of())).next().workflowState()).isEqualTo("shipped");
    }

    @Test
    void theVendorsStateStaysWhereNoDeclaredStepLeadsOn() {
        Order cancelled = accepted(order, cancel("1", 10, "2", 3, "3", 1)).next();
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.workflowState()).isEqualTo("received");
        assertThat(accepted(order, cancel("1", 1)).next().workflowState()).isEqualTo("received");
    }

    @Test
    void staffMoveAnOrderAlongDeclaredTransitionsOnly() {
        Accepted moved = accepted(order, new OrderCommand.MoveTo("picking"));
        assertThat(moved.next().workflowState()).isEqualTo("picking");
        assertThat(moved.next().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(moved.next().lines()).isEqualTo(order.lines());
        assertThat(moved.next().revision()).isEqualTo(order.revision());
        assertThat(moved.next().version()).isEqualTo(order.version() + 1);
        assertThat(moved.events()).isEmpty();
        refused(order, new OrderCommand.MoveTo("painting"), "state-unknown");
        refused(order, new OrderCommand.MoveTo("packed"), "transition-not-declared");
        refused(order, new OrderCommand.MoveTo("received"), "transition-not-declared");
        Order packed = accepted(moved.next(), new OrderCommand.MoveTo("packed")).next();
        refused(packed, new OrderCommand.MoveTo("partly-shipped"), "state-of-another-status");
        Order partly = accepted(packed, ship(quantities("1", 4))).next();
        refused(partly, new OrderCommand.MoveTo("shipped"), "state-of-another-status");
        refused(accepted(partly, ship(Map.of())).next(), new OrderCommand.MoveTo("shipped"), "order-closed");
    }
}
