package org.torg.portal.office.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.audit.AuditTrail;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderTask;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Reader;

/** What has happened to an order, the newest first. */
public final class History {

    /** Commands that have words here; others are told by their name. */
    private static final Set<String> TOLD = Set.of(
            "place-order",
            "check-out-cart",
            "order-quote",
            "move-order",
            "cancel-order-lines",
            "register-shipment",
            "issue-invoice",
            "finish-order-task");

    /**
     * @param who in words, where the reader may know it
     * @param remark as somebody has written it
     */
    public record Step(Instant at, String what, Optional<String> who, Optional<String> remark) {

        /** Without people and what they have written. */
        @Override
        public String toString() {
            return "Step[" + at + "]";
        }
    }

    private History() {}

    /**
     * @param trail what was done to the order; empty for who may not read it, and then told by what the order itself keeps
     */
    static List<Step> of(
            Order order,
            List<Shipment> shipments,
            List<Cancellation> cancellations,
            List<OrderTask> tasks,
            List<AuditTrail.Named> trail,
            Reader reader) {
        List<Step> steps = trail.isEmpty()
                ? kept(order, shipments, cancellations, tasks, reader)
                : trail.stream().map(entry -> step(entry, reader)).toList();
        return steps.stream().sorted(Comparator.comparing(Step::at).reversed()).toList();
    }

    private static List<Step> kept(
            Order order,
            List<Shipment> shipments,
            List<Cancellation> cancellations,
            List<OrderTask> tasks,
            Reader reader) {
        VendorId vendor = order.vendor();
        List<Step> steps = new ArrayList<>();
        steps.add(step(order.placedAt(), reader.text("history.place-order")));
        if (order.version() > 1) {
            steps.add(step(order.changedAt(), reader.text("history.changed")));
        }
        shipments.forEach(shipment ->
                steps.add(step(shipment.registeredAt(), reader.text("history.shipped", shipment.sequence()))));
        cancellations.forEach(cancellation -> steps.add(new Step(
                cancellation.at(),
                reader.text("history.revision", cancellation.revision()),
                Optional.empty(),
                cancellation.reason())));
        tasks.forEach(task -> task.doneAt()
                .ifPresent(at -> steps.add(step(at, reader.text("history.done", reader.of(vendor, task.label()))))));
        return steps;
    }

    private static Step step(Instant at, String what) {
        return new Step(at, what, Optional.empty(), Optional.empty());
    }

    private static Step step(AuditTrail.Named named, Reader reader) {
        String command = named.entry().command();
        String what = TOLD.contains(command) ? reader.text("history." + command) : reader.known("deed", command);
        Optional<String> who = named.subjectName()
                .map(name -> named.actingForName()
                        .map(other -> reader.text("history.for", name, other))
                        .orElse(name))
                .or(() -> Optional.of(named.entry().subject())
                        .filter(subject -> subject.startsWith("machine:"))
                        .map(subject -> reader.text("history.system")));
        return new Step(named.entry().at(), what, who, Optional.empty());
    }
}
