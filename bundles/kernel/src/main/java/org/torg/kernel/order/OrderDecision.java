package org.torg.kernel.order;

import static org.torg.api.Refusal.Kind.CONFLICT;
import static org.torg.api.Refusal.Kind.UNPROCESSABLE;
import static org.torg.api.order.OrderStatus.CANCELLED;
import static org.torg.api.order.OrderStatus.COMPLETED;
import static org.torg.api.order.OrderStatus.IN_FULFILMENT;
import static org.torg.api.order.OrderStatus.PLACED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.event.Event;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Workflow.Action;
import org.torg.api.vendor.Workflow.State;

/**
 * The only place where an order changes state: one table of transitions and one pure function. Whatever it accepts is
 * carried out by others, whatever it refuses has changed nothing.
 */
public final class OrderDecision {
    /** The state in which every order begins. */
    public static final OrderStatus INITIAL = PLACED;

    /** Where an action may lead from each state. A state without a row for an action does not allow it. */
    private static final Map<OrderStatus, Map<Action, Set<OrderStatus>>> TRANSITIONS = Map.of(
            PLACED,
            Map.of(
                    Action.SHIP, Set.of(IN_FULFILMENT, COMPLETED),
                    Action.CANCEL_LINES, Set.of(PLACED, CANCELLED)),
            IN_FULFILMENT,
            Map.of(
                    Action.SHIP, Set.of(IN_FULFILMENT, COMPLETED),
                    Action.CANCEL_LINES, Set.of(IN_FULFILMENT, COMPLETED)),
            COMPLETED,
            Map.of(),
            CANCELLED,
            Map.of());

    /** What became of a command. */
    public sealed interface Decision {}

    /**
     * @param next the order after the command
     * @param events what others must be told
     * @param shipment what left, when goods left
     */
    public record Accepted(Order next, List<Event> events, Optional<Shipment> shipment) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    public record Refused(Refusal refusal) implements Decision {}

    private OrderDecision() {}

    /**
     * Decides a command. Refused with {@code order-closed}, {@code nothing-open}, {@code lines-missing},
     * {@code line-unknown}, {@code quantity-invalid}, {@code quantity-not-open}, {@code delivery-complete-only}, {@code date-future},
     * {@code date-before-order}, {@code amendment-excluded}, {@code action-not-allowed}, {@code state-unknown},
     * {@code transition-not-declared}, {@code state-of-another-status}.
     */
    public static Decision decide(Order order, OrderCommand command, Circumstances circumstances) {
        if (command instanceof OrderCommand.Ship ship) {
            return ship(order, ship.shipment(), circumstances);
        }
        if (command instanceof OrderCommand.MoveTo move) {
            return move(order, move.state(), circumstances);
        }
        return cancel(order, (OrderCommand.CancelLines) command, circumstances);
    }

    /** Only a step of the vendor's work: what was bought and the kernel's status stay as they are. */
    private static Decision move(Order order, String to, Circumstances circumstances) {
        if (TRANSITIONS.getOrDefault(order.status(), Map.of()).isEmpty()) {
            return refuse(CONFLICT, "order-closed", "This order is closed.");
        }
        Optional<State> state = circumstances.steps().state(to);
        if (state.isEmpty()) {
            return refuse(UNPROCESSABLE, "state-unknown", "The vendor has no such state.");
        }
        if (!circumstances.steps().declares(order.workflowState(), to)) {
            return refuse(
                    CONFLICT, "transition-not-declared", "From its present state the order cannot be moved there.");
        }
        if (state.get().when().filter(status -> status != order.status()).isPresent()) {
            return refuse(
                    CONFLICT,
                    "state-of-another-status",
                    "That state is entered by what happens to the order's lines only.");
        }
        Order next = order.next(order.status(), to, order.lines(), order.revision(), circumstances.now());
        return new Accepted(next, List.of(), Optional.empty());
    }

    private static Decision ship(Order order, RegisterShipment command, Circumstances circumstances) {
        boolean everything = command.quantities().isEmpty();
        if (everything && order.lines().stream().allMatch(line -> line.open() == 0)) {
            return refuse(CONFLICT, "nothing-open", "Nothing of this order is left to ship.");
        }
        Map<LineId, Integer> quantities = everything ? open(order) : command.quantities();
        Optional<Refusal> obstacle = obstacle(order, Action.SHIP, quantities, circumstances);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        boolean complete =
                order.lines().stream().allMatch(line -> quantities.getOrDefault(line.id(), 0) == line.open());
        if (!complete && order.snapshot().delivery().timing() instanceof DeliveryChoice.Timing.Complete) {
            return refuse(
                    CONFLICT,
                    "delivery-complete-only",
                    "The buyer wants everything at once. Ship all that is open, or cancel the rest first.");
        }
        LocalDate shippedOn = command.shippedOn().orElse(circumstances.today());
        if (shippedOn.isAfter(circumstances.today())) {
            return refuse(UNPROCESSABLE, "date-future", "A shipment cannot leave in the future.");
        }
        if (shippedOn.isBefore(circumstances.date(order.placedAt()))) {
            return refuse(UNPROCESSABLE, "date-before-order", "A shipment cannot leave before the order was placed.");
        }
        Shipment shipment = shipment(order, command, quantities, shippedOn, circumstances);
        List<OrderLine> lines = order.lines().stream()
                .map(line -> line.ship(quantities.getOrDefault(line.id(), 0)))
                .toList();
        Order next = next(order, Action.SHIP, lines, order.revision(), circumstances);
        List<Event> events = new ArrayList<>();
        events.add(new Event.ShipmentRegistered(
                order.vendor(),
                Optional.of(order.account()),
                order.id(),
                shipment.id(),
                shipment.lines().stream().map(Shipment.Line::line).toList()));
        tellIfClosed(next, events);
        return new Accepted(next, events, Optional.of(shipment));
    }

    private static Decision cancel(Order order, OrderCommand.CancelLines command, Circumstances circumstances) {
        if (circumstances.terms().amendment() == Terms.Amendment.NOBODY) {
            return refuse(CONFLICT, "amendment-excluded", "The terms of this order exclude changes.");
        }
        Optional<Refusal> obstacle = obstacle(order, Action.CANCEL_LINES, command.quantities(), circumstances);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        List<OrderLine> lines = order.lines().stream()
                .map(line -> line.cancel(command.quantities().getOrDefault(line.id(), 0)))
                .toList();
        Order next = next(order, Action.CANCEL_LINES, lines, order.revision() + 1, circumstances);
        List<Event> events = new ArrayList<>();
        events.add(new Event.OrderLinesCancelled(
                order.vendor(),
                Optional.of(order.account()),
                order.id(),
                next.revision(),
                Quantities.sorted(command.quantities())));
        tellIfClosed(next, events);
        return new Accepted(next, events, Optional.empty());
    }

    /** What stands in the way of doing this with these quantities: the order's state, the vendor's workflow, the lines. */
    private static Optional<Refusal> obstacle(
            Order order, Action action, Map<LineId, Integer> quantities, Circumstances circumstances) {
        if (!TRANSITIONS.getOrDefault(order.status(), Map.of()).containsKey(action)) {
            return Optional.of(Refusal.of(CONFLICT, "order-closed", "This order is closed."));
        }
        if (!circumstances.steps().actions(order.workflowState()).contains(action)) {
            return Optional.of(
                    Refusal.of(CONFLICT, "action-not-allowed", "This cannot be done in the order's present state."));
        }
        if (quantities.isEmpty()) {
            return Optional.of(Refusal.of(UNPROCESSABLE, "lines-missing", "State at least one line."));
        }
        List<Refusal.Detail> unknown = new ArrayList<>();
        List<Refusal.Detail> invalid = new ArrayList<>();
        List<Refusal.Detail> notOpen = new ArrayList<>();
        Quantities.sorted(quantities).forEach((value, quantity) -> {
            String pointer = "/quantities/" + value.replace("~", "~0").replace("/", "~1");
            Optional<OrderLine> line = order.line(new LineId(value));
            if (line.isEmpty()) {
                unknown.add(
                        Refusal.detail(pointer, "line-unknown", "The order has no line {0}.", Argument.text(value)));
            } else if (quantity < 1) {
                invalid.add(Refusal.detail(pointer, "quantity-invalid", "A quantity is at least 1."));
            } else if (quantity > line.get().open()) {
                notOpen.add(Refusal.detail(
                        pointer,
                        "quantity-not-open",
                        "Only {0} of this line are open.",
                        Argument.number(line.get().open())));
            }
        });
        if (!unknown.isEmpty()) {
            return Optional.of(Refusal.of(UNPROCESSABLE, "line-unknown", "The order has no such line.")
                    .with(unknown));
        }
        if (!invalid.isEmpty()) {
            return Optional.of(Refusal.of(UNPROCESSABLE, "quantity-invalid", "A quantity is at least 1.")
                    .with(invalid));
        }
        return notOpen.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(CONFLICT, "quantity-not-open", "That many are not open any more.")
                        .with(notOpen));
    }

    private static Order next(
            Order order, Action action, List<OrderLine> lines, int revision, Circumstances circumstances) {
        OrderStatus status = statusOf(lines);
        Set<OrderStatus> allowed =
                TRANSITIONS.getOrDefault(order.status(), Map.of()).getOrDefault(action, Set.of());
        if (!allowed.contains(status)) {
            throw new IllegalStateException("no transition from " + order.status() + " by " + action + " to " + status);
        }
        String state = status == order.status()
                ? order.workflowState()
                : circumstances.steps().after(order.workflowState(), status);
        return order.next(status, state, lines, revision, circumstances.now());
    }

    /** The state that these lines are in, when nothing else is known. */
    static OrderStatus statusOf(List<OrderLine> lines) {
        boolean open = lines.stream().anyMatch(line -> line.open() > 0);
        boolean shipped = lines.stream().anyMatch(line -> line.shipped() > 0);
        if (shipped) {
            return open ? IN_FULFILMENT : COMPLETED;
        }
        return open ? PLACED : CANCELLED;
    }

    private static Shipment shipment(
            Order order,
            RegisterShipment command,
            Map<LineId, Integer> quantities,
            LocalDate shippedOn,
            Circumstances circumstances) {
        List<Shipment.Line> lines = order.lines().stream()
                .filter(line -> quantities.containsKey(line.id()))
                .map(line ->
                        new Shipment.Line(line.id(), line.sku(), line.shipped(), quantities.getOrDefault(line.id(), 0)))
                .toList();
        return new Shipment(
                circumstances.nextShipment(),
                order.id(),
                order.number(),
                order.vendor(),
                order.account(),
                circumstances.earlierShipments() + 1,
                shippedOn,
                circumstances.now(),
                lines,
                command.parcels(),
                order.location());
    }

    private static void tellIfClosed(Order next, List<Event> events) {
        if (next.status() == COMPLETED) {
            events.add(new Event.OrderCompleted(next.vendor(), Optional.of(next.account()), next.id()));
        } else if (next.status() == CANCELLED) {
            events.add(new Event.OrderCancelled(next.vendor(), Optional.of(next.account()), next.id()));
        }
    }

    private static Map<LineId, Integer> open(Order order) {
        return order.lines().stream()
                .filter(line -> line.open() > 0)
                .collect(Collectors.toMap(OrderLine::id, OrderLine::open));
    }

    private static Refused refuse(Refusal.Kind kind, String code, String english) {
        return new Refused(Refusal.of(kind, code, english));
    }
}
