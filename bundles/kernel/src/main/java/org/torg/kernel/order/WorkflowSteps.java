package org.torg.kernel.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.torg.api.order.OrderStatus;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.State;
import org.torg.api.vendor.Workflow.Transition;

/** Where a vendor's workflow leads. The workflow of the day of the order counts, whatever the vendor declares today. */
record WorkflowSteps(Workflow workflow) {

    Optional<State> state(String code) {
        return workflow.states().stream()
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /** What the vendor allows in this state: nothing in one that it does not know. */
    Set<Workflow.Action> actions(String code) {
        return state(code).map(State::actions).orElse(Set.of());
    }

    boolean declares(String from, String to) {
        return workflow.transitions().contains(new Transition(from, to));
    }

    /** The state of an order that was in this one and whose status has become another. */
    String after(String from, OrderStatus status) {
        return workflow.states().stream()
                .filter(state -> state.when().filter(status::equals).isPresent())
                .map(State::code)
                .filter(to -> leads(from, to))
                .findFirst()
                .orElse(from);
    }

    /** Whether declared transitions lead from one state to the other, over any number of steps. */
    private boolean leads(String from, String to) {
        Set<String> reached = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String at = open.remove();
            workflow.transitions().stream()
                    .filter(step -> step.from().equals(at))
                    .map(Transition::to)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached.contains(to);
    }
}
