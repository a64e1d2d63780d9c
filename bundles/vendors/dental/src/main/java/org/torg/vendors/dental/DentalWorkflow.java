package org.torg.vendors.dental;

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

/**
 * How the laboratory works on an order: it waits for records (D25), stops where they do not do (D26), makes, controls and
 * sends, in that order (D27). Lines can be cancelled until production begins (D28). Nothing leaves before the control; what
 * need not be made is approved at once.
 */
final class DentalWorkflow {

    private DentalWorkflow() {}

    static Workflow of(Texts texts) {
        return new Workflow(
                "awaiting",
                List.of(
                        state(texts, "awaiting", Optional.of(PLACED), Action.CANCEL_LINES),
                        hold(texts, "records-insufficient"),
                        hold(texts, "scans-missing"),
                        state(texts, "production", Optional.empty()),
                        state(texts, "quality-control", Optional.empty()),
                        state(texts, "approved", Optional.empty(), Action.SHIP),
                        state(texts, "partly-shipped", Optional.of(IN_FULFILMENT), Action.SHIP),
                        state(texts, "shipped", Optional.of(COMPLETED)),
                        state(texts, "cancelled", Optional.of(CANCELLED))),
                List.of(
                        new Transition("awaiting", "on-hold-records-insufficient"),
                        new Transition("awaiting", "on-hold-scans-missing"),
                        new Transition("awaiting", "production"),
                        new Transition("awaiting", "approved"),
                        new Transition("awaiting", "cancelled"),
                        new Transition("on-hold-records-insufficient", "awaiting"),
                        new Transition("on-hold-records-insufficient", "production"),
                        new Transition("on-hold-records-insufficient", "cancelled"),
                        new Transition("on-hold-scans-missing", "awaiting"),
                        new Transition("on-hold-scans-missing", "on-hold-records-insufficient"),
                        new Transition("on-hold-scans-missing", "production"),
                        new Transition("on-hold-scans-missing", "cancelled"),
                        new Transition("production", "quality-control"),
                        new Transition("quality-control", "production"),
                        new Transition("quality-control", "approved"),
                        new Transition("approved", "partly-shipped"),
                        new Transition("approved", "shipped"),
                        new Transition("partly-shipped", "shipped")));
    }

    /** The customer reads one label for all reasons; the code and the explanation say which it is (D26). */
    private static State hold(Texts texts, String reason) {
        return new State(
                "on-hold-" + reason,
                texts.message("dental.state.on-hold"),
                texts.message("dental.state.on-hold." + reason),
                Set.of(Action.CANCEL_LINES),
                Optional.empty());
    }

    private static State state(Texts texts, String code, Optional<OrderStatus> when, Action... actions) {
        return new State(
                code,
                texts.message("dental.state." + code),
                texts.message("dental.state." + code + ".explanation"),
                Set.of(actions),
                when);
    }
}
