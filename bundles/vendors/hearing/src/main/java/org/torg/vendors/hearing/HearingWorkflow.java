package org.torg.vendors.hearing;

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

/** Received, in process, shipped or delivered (H42). Lines can be cancelled until the work begins. */
final class HearingWorkflow {

    private HearingWorkflow() {}

    static Workflow of(Texts texts) {
        return new Workflow(
                "received",
                List.of(
                        state(texts, "received", Optional.of(PLACED), Action.SHIP, Action.CANCEL_LINES),
                        state(texts, "in-process", Optional.empty(), Action.SHIP),
                        state(texts, "partly-shipped", Optional.of(IN_FULFILMENT), Action.SHIP),
                        state(texts, "shipped", Optional.of(COMPLETED)),
                        state(texts, "delivered", Optional.empty()),
                        state(texts, "cancelled", Optional.of(CANCELLED))),
                List.of(
                        new Transition("received", "in-process"),
                        new Transition("received", "partly-shipped"),
                        new Transition("received", "shipped"),
                        new Transition("received", "cancelled"),
                        new Transition("in-process", "partly-shipped"),
                        new Transition("in-process", "shipped"),
                        new Transition("partly-shipped", "shipped"),
                        new Transition("shipped", "delivered")));
    }

    private static State state(Texts texts, String code, Optional<OrderStatus> when, Action... actions) {
        return new State(
                code,
                texts.message("hearing.state." + code),
                texts.message("hearing.state." + code + ".explanation"),
                Set.of(actions),
                when);
    }
}
