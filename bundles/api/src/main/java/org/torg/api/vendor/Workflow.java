package org.torg.api.vendor;

import java.util.List;
import java.util.Set;
import org.torg.api.Message;

/**
 * A vendor's own states of an order in fulfilment. They refine that one phase; the kernel's order status is closed.
 *
 * @param initial the state in which an order begins
 * @param states each with a code of its own
 * @param transitions allowed steps between them
 */
public record Workflow(String initial, List<State> states, List<Transition> transitions) {

    /**
     * @param code in kebab case
     * @param label short, for customers
     * @param explanation what it means for the customer
     * @param actions what may be done with an order in this state
     */
    public record State(String code, Message label, Message explanation, Set<Action> actions) {
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
