package org.torg.vendors.lighting;

import static org.torg.api.order.OrderStatus.CANCELLED;
import static org.torg.api.order.OrderStatus.COMPLETED;
import static org.torg.api.order.OrderStatus.IN_FULFILMENT;
import static org.torg.api.order.OrderStatus.PLACED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.order.OrderStatus;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.Action;
import org.torg.api.vendor.Workflow.State;
import org.torg.api.vendor.Workflow.Transition;

/** How Lysverk's warehouse works on an order. Lines can be cancelled until picking begins (L25). */
final class LightingWorkflow {

    private LightingWorkflow() {}

    static Workflow of(Texts texts) {
        return new Workflow(
                "received",
                List.of(
                        state(texts, "received", Optional.of(PLACED), Action.SHIP, Action.CANCEL_LINES),
                        state(texts, "picking", Optional.empty(), Action.SHIP),
                        state(texts, "partly-shipped", Optional.of(IN_FULFILMENT), Action.SHIP),
                        state(texts, "shipped", Optional.of(COMPLETED)),
                        state(texts, "cancelled", Optional.of(CANCELLED))),
                List.of(
                        new Transition("received", "picking"),
                        new Transition("received", "partly-shipped"),
                        new Transition("received", "shipped"),
                        new Transition("received", "cancelled"),
                        new Transition("picking", "partly-shipped"),
                        new Transition("picking", "shipped"),
                        new Transition("partly-shipped", "shipped")));
    }

    private static State state(Texts texts, String code, Optional<OrderStatus> when, Action... actions) {
        return new State(
                code,
                texts.message("lighting.state." + code),
                texts.message("lighting.state." + code + ".explanation"),
                Set.of(actions),
                when);
    }
}
