package org.torg.api.event;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.account.Caller;

/** The feed of events for other systems. */
@ProviderType
public interface Events {

    /**
     * Events after a position, in the order in which they became visible. A reader who goes on from the last position
     * that it got misses nothing, also not what was committed late. Needs {@code EVENT_READ}, and to see what an event is
     * about: {@code ORDER_READ} for orders, quotes and approvals, {@code SHIPMENT_READ} for shipments, {@code INVOICE_READ} for
     * invoices (H10). Refused with {@code events-expired} when the next ones were removed as old.
     *
     * @param after the cursor of the last page; empty from the beginning
     * @param limit 1 to 1,000
     * @return a page whose {@code next} is always present. It may be short or even empty before the end of the feed,
     *     because one call passes over so many events only that are not the caller's to see; at the end {@code next} is
     *     {@code after}
     */
    Outcome<Page<EventRecord>> after(Caller caller, Optional<String> after, int limit);
}
