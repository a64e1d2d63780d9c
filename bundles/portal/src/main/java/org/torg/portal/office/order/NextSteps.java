package org.torg.portal.office.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.order.OrderStatus;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.Action;
import org.torg.api.vendor.Workflow.State;

/**
 * What can be done next with an order, as its vendor's workflow says (L25, D25-D28). What the workflow does not declare is not
 * offered; the kernel decides by the workflow of the day of the order in any case.
 *
 * @param moves states to which it can be moved by hand, in the order in which the vendor declares the steps
 * @param holds those among which it waits, each for a reason of its own (D26)
 * @param locked what cannot be done yet, with the state that opens it
 */
public record NextSteps(List<Move> moves, List<State> holds, Set<Action> actions, List<Locked> locked) {

    /** @param forward whether the vendor names it after the present one: the way of the work, and not back */
    public record Move(State state, boolean forward) {}

    /** @param opens the nearest state in which it can be done; empty where no step leads to one */
    public record Locked(Action action, Optional<State> opens) {}

    private static final String HOLD = "on-hold";

    public NextSteps {
        moves = List.copyOf(moves);
        holds = List.copyOf(holds);
        actions = Set.copyOf(actions);
        locked = List.copyOf(locked);
    }

    public static final NextSteps NONE = new NextSteps(List.of(), List.of(), Set.of(), List.of());

    /** Whether an order waits in this state for something that is missing; the rest of the code is the reason. */
    public static boolean isHold(String state) {
        return state.equals(HOLD) || state.startsWith(HOLD + "-");
    }

    public boolean may(Action action) {
        return actions.contains(action);
    }

    static NextSteps of(Workflow workflow, String at, OrderStatus status) {
        if (status == OrderStatus.COMPLETED || status == OrderStatus.CANCELLED) {
            return NONE;
        }
        List<State> next = next(workflow, at, status);
        Set<Action> actions = state(workflow, at).map(State::actions).orElse(Set.of());
        List<Move> moves = next.stream()
                .filter(state -> !isHold(state.code()))
                .map(state -> new Move(state, index(workflow, state.code()) > index(workflow, at)))
                .toList();
        List<Locked> locked = List.of(Action.values()).stream()
                .filter(action -> !actions.contains(action))
                .map(action -> new Locked(action, nearest(workflow, at, status, action)))
                .toList();
        return new NextSteps(
                moves, next.stream().filter(state -> isHold(state.code())).toList(), actions, locked);
    }

    static Optional<State> state(Workflow workflow, String code) {
        return workflow.states().stream()
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /** What somebody can move it to: a state that stands for another status is entered by what happens to the lines. */
    private static List<State> next(Workflow workflow, String at, OrderStatus status) {
        return workflow.transitions().stream()
                .filter(step -> step.from().equals(at))
                .flatMap(step -> state(workflow, step.to()).stream())
                .filter(state -> state.when().filter(other -> other != status).isEmpty())
                .toList();
    }

    private static int index(Workflow workflow, String code) {
        return workflow.states().stream().map(State::code).toList().indexOf(code);
    }

    private static Optional<State> nearest(Workflow workflow, String at, OrderStatus status, Action action) {
        Set<String> seen = new HashSet<>(Set.of(at));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (State state : next(workflow, open.remove(), status)) {
                if (state.actions().contains(action)) {
                    return Optional.of(state);
                }
                if (seen.add(state.code())) {
                    open.add(state.code());
                }
            }
        }
        return Optional.empty();
    }

    /** The way of the work, for those who look where the order is: without waiting and without ends that it does not come to. */
    static List<State> way(Workflow workflow, String at) {
        return workflow.states().stream()
                .filter(state -> state.code().equals(at)
                        || !isHold(state.code())
                                && state.when()
                                        .filter(end -> end == OrderStatus.CANCELLED || end == OrderStatus.IN_FULFILMENT)
                                        .isEmpty())
                .toList();
    }
}
