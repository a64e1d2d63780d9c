package org.torg.rest.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.account.AccountId;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.pricing.LineId;
import org.torg.rest.http.Words;

/**
 * Something that has happened.
 *
 * @param type such as {@code order-placed}
 * @param subject opaque id of what it happened to
 * @param data what else there is to say, by type
 */
public record EventJson(
        String id,
        String type,
        Instant at,
        String vendor,
        Optional<String> account,
        String subject,
        Map<String, Object> data) {

    /** @param next always there: the place from which to go on */
    public record EventsJson(List<EventJson> events, String next) {}

    private record Told(String type, Map<String, Object> data) {}

    static EventJson of(EventRecord event) {
        Told told = tell(event.event());
        return new EventJson(
                event.id(),
                told.type(),
                event.at(),
                event.event().vendor().value(),
                event.event().account().map(AccountId::value),
                event.event().subject(),
                told.data());
    }

    private static Told tell(Event event) {
        if (event instanceof Event.OrderPlaced placed) {
            return new Told("order-placed", Map.of("number", placed.number(), "gross", placed.gross()));
        }
        if (event instanceof Event.OrderLinesCancelled cancelled) {
            return new Told(
                    "order-lines-cancelled",
                    Map.of("revision", cancelled.revision(), "quantities", cancelled.quantities()));
        }
        if (event instanceof Event.ShipmentRegistered shipped) {
            return new Told(
                    "shipment-registered",
                    Map.of(
                            "shipment",
                            shipped.shipment().value(),
                            "lines",
                            shipped.lines().stream().map(LineId::value).toList()));
        }
        if (event instanceof Event.OrderCompleted) {
            return new Told("order-completed", Map.of());
        }
        if (event instanceof Event.OrderTaskDone done) {
            return new Told("order-task-done", Map.of("task", done.task().value(), "code", done.code()));
        }
        if (event instanceof Event.OrderCancelled) {
            return new Told("order-cancelled", Map.of());
        }
        if (event instanceof Event.InvoiceIssued issued) {
            return new Told(
                    "invoice-issued",
                    Map.of(
                            "order", issued.order().value(),
                            "number", issued.number(),
                            "gross", issued.gross()));
        }
        if (event instanceof Event.ApprovalAsked asked) {
            return new Told("approval-asked", Map.of("cart", asked.cart().value(), "gross", asked.gross()));
        }
        if (event instanceof Event.ApprovalDecided decided) {
            Map<String, Object> data = new TreeMap<>(Map.of("state", Words.of(decided.state())));
            decided.order().ifPresent(order -> data.put("order", order.value()));
            return new Told("approval-decided", data);
        }
        if (event instanceof Event.QuoteChanged changed) {
            Map<String, Object> data = new TreeMap<>(Map.of("state", Words.of(changed.status())));
            changed.order().ifPresent(order -> data.put("order", order.value()));
            return new Told("quote-changed", data);
        }
        if (event instanceof Event.ImportFinished finished) {
            return new Told(
                    "import-finished", Map.of("accepted", finished.accepted(), "rejected", finished.rejected()));
        }
        if (event instanceof Event.ModuleSetPublished published) {
            return new Told("module-set-published", Map.of("generation", published.generation()));
        }
        return new Told("parameters-changed", Map.of("generation", ((Event.ParametersChanged) event).generation()));
    }
}
