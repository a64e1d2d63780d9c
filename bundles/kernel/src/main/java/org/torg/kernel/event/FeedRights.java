package org.torg.kernel.event;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.event.Event;

/**
 * What a reader of the feed must be allowed to see beside the feed itself, at the vendor of the event: what the event is about.
 * Who may not see invoices does not learn that there is one (H10). Each kind of event stands here.
 */
final class FeedRights {

    /** Empty: what it tells is for every reader of the feed. */
    static final Map<Class<? extends Event>, Optional<Function>> NEEDED = Map.ofEntries(
            entry(Event.OrderPlaced.class, Optional.of(Function.ORDER_READ)),
            entry(Event.OrderLinesCancelled.class, Optional.of(Function.ORDER_READ)),
            entry(Event.OrderCompleted.class, Optional.of(Function.ORDER_READ)),
            entry(Event.OrderTaskDone.class, Optional.of(Function.ORDER_READ)),
            entry(Event.OrderCancelled.class, Optional.of(Function.ORDER_READ)),
            entry(Event.ApprovalAsked.class, Optional.of(Function.ORDER_READ)),
            entry(Event.ApprovalDecided.class, Optional.of(Function.ORDER_READ)),
            entry(Event.QuoteChanged.class, Optional.of(Function.ORDER_READ)),
            entry(Event.ShipmentRegistered.class, Optional.of(Function.SHIPMENT_READ)),
            entry(Event.InvoiceIssued.class, Optional.of(Function.INVOICE_READ)),
            entry(Event.ImportFinished.class, Optional.empty()),
            entry(Event.ModuleSetPublished.class, Optional.empty()),
            entry(Event.ParametersChanged.class, Optional.empty()));

    /** Of a kind of which nobody has decided. */
    private static final Optional<Function> MOST = Optional.of(Function.INVOICE_READ);

    private FeedRights() {}

    static boolean isFor(Caller caller, Event event) {
        Scope vendor = Scope.of(event.vendor());
        return caller.may(Function.EVENT_READ, vendor)
                && NEEDED.getOrDefault(event.getClass(), MOST)
                        .map(needed -> caller.may(needed, vendor))
                        .orElse(true);
    }
}
