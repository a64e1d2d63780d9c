package org.torg.kernel.command;

import java.util.List;
import org.torg.api.event.Event;
import org.torg.api.store.EventStore;

/** Which consumers are told of which event. A closed table: a consumer that is away for a while misses nothing. */
public final class Subscriptions {

    public static final String INVOICING = "invoicing";

    private Subscriptions() {}

    public static List<String> consumersOf(Event event) {
        return event instanceof Event.ShipmentRegistered
                ? List.of(EventStore.FEED, INVOICING)
                : List.of(EventStore.FEED);
    }
}
