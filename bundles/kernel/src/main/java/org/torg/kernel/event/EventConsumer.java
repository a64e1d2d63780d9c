package org.torg.kernel.event;

import org.torg.api.event.EventRecord;
import org.torg.api.store.Transactions.Tx;

/**
 * A part of the kernel that acts on events. Registered as a service; while it is away its deliveries wait. Which events it
 * is told of stands in {@link org.torg.kernel.command.Subscriptions}.
 */
public interface EventConsumer {

    /** As in {@link org.torg.kernel.command.Subscriptions}; stable for ever. */
    String name();

    /**
     * Acts on one event, in the transaction that marks it as delivered: both happen or neither. An exception rolls back and
     * the event comes again later. Must bear repeats of the same event id and events in any order.
     */
    void handle(Tx tx, EventRecord event);
}
