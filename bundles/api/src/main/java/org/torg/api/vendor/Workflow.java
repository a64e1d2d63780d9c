package org.torg.api.vendor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Message;
import org.torg.api.order.OrderStatus;

/**
 * A vendor's own states of an order. They refine the kernel's order status, which is closed and decides. When the status
 * changes, the order enters the state that stands for the new one, if declared transitions lead there; otherwise it stays
 * where it is. Staff may move it along a declared transition by hand (L25).
 *
 * @param initial the state in which an order begins; it stands for {@code PLACED} or for none
 * @param states each with a code of its own
 * @param transitions allowed steps between them
 */
public record Workflow(String initial, List<State> states, List<Transition> transitions) {

    /**
     * @param code in kebab case
     * @param label short, for customers
     * @param explanation what it means for the customer
     * @param actions what may be done with an order in this state
     * @param when the order status that this state stands for, at most one state for each; an order of another status
     *     cannot be moved there. Empty: a step that is only ever taken by hand
     */
    public record State(
            String code, Message label, Message explanation, Set<Action> actions, Optional<OrderStatus> when) {
        public State {
            actions = Set.copyOf(actions);
        }
    }

    public record Transition(String from, String to) {}

    public enum Action {
        SHIP,
        CANCEL_LINES
    }

    public Workflow {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }
}
