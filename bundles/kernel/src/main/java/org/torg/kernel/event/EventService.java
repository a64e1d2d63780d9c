package org.torg.kernel.event;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.event.EventRecord;
import org.torg.api.event.Events;
import org.torg.api.store.EventStore;
import org.torg.api.store.EventStore.PositionedEvent;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Gate;

/**
 * The feed. An event gets its position only once it is committed and seen, so that one which commits late comes after those
 * that were read already, not between them.
 */
@Component(service = Events.class)
public final class EventService implements Events {

    static final int MAX = 1000;

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final Transactions transactions;
    private final EventStore store;
    private final Gate gate;

    @Activate
    public EventService(@Reference Transactions transactions, @Reference EventStore store, @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.gate = gate;
    }

    @Override
    public Outcome<Page<EventRecord>> after(Caller caller, Optional<String> after, int limit) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.EVENT_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (limit < 1 || limit > MAX) {
            return Outcome.refused(Refusal.of(Refusal.Kind.MALFORMED, "limit-invalid", "The limit must be 1 to 1000."));
        }
        if (after.isPresent() && !CURSOR.matcher(after.get()).matches()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        positionNew();
        return Outcome.done(read(caller, after.map(Long::parseLong).orElse(0L), limit));
    }

    private void positionNew() {
        try {
            int positioned = MAX;
            while (positioned == MAX) {
                positioned = transactions.write(tx -> store.position(tx, MAX));
            }
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CONFLICT) {
                throw e;
            }
            // Another node gives positions at this moment; what it leaves out comes with the next call.
        }
    }

    /** An empty page means that nothing more is there: pages of events that are not the caller's to see are passed over. */
    private Page<EventRecord> read(Caller caller, long after, int limit) {
        long position = after;
        while (true) {
            long from = position;
            List<PositionedEvent> found = transactions.read(tx -> store.feed(tx, from, limit));
            List<EventRecord> visible = found.stream()
                    .map(PositionedEvent::event)
                    .filter(event -> caller.may(
                            Function.EVENT_READ, Scope.of(event.event().vendor())))
                    .toList();
            if (!found.isEmpty()) {
                position = found.get(found.size() - 1).position();
            }
            if (!visible.isEmpty() || found.size() < limit) {
                return new Page<>(visible, Optional.of(Long.toString(position)));
            }
        }
    }
}
