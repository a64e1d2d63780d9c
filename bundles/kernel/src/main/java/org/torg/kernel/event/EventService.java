package org.torg.kernel.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
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
    /** How many parts of the feed one call reads at most, in search of an event that the caller may see. */
    static final int PARTS = 5;

    /** The dispatcher has numbered most events already; one call does the work of no more than these. */
    private static final int BATCHES = 2;

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final Transactions transactions;
    private final EventStore store;
    private final FeedPositions positions;
    private final Gate gate;

    @Activate
    public EventService(@Reference Transactions transactions, @Reference EventStore store, @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.positions = new FeedPositions(transactions, store);
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
        positions.position(BATCHES);
        try {
            return Outcome.done(read(caller, after.map(Long::parseLong), limit));
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    /**
     * Events that are not the caller's to see are passed over, but only so many in one call: then the page is empty, and its
     * {@code next} lies behind them.
     */
    private Page<EventRecord> read(Caller caller, Optional<Long> after, int limit) {
        List<EventRecord> visible = new ArrayList<>();
        long position = after.orElse(0L);
        boolean more = true;
        for (int part = 0; part < PARTS && more && visible.isEmpty(); part++) {
            long from = position;
            int size = part == 0 ? limit : MAX;
            List<PositionedEvent> found = transactions.read(tx -> store.feed(tx, from, size));
            more = found.size() == size;
            if (part == 0 && after.isPresent()) {
                requireWhole(from, found);
            }
            for (int i = 0; i < found.size() && visible.size() < limit; i++) {
                EventRecord event = found.get(i).event();
                position = found.get(i).position();
                if (FeedRights.isFor(caller, event.event())) {
                    visible.add(event);
                }
            }
        }
        return new Page<>(visible, Optional.of(Long.toString(position)));
    }

    /** Positions have no gaps but those of events that were removed as old: who goes on behind one has missed something. */
    private static void requireWhole(long after, List<PositionedEvent> found) {
        if (!found.isEmpty() && found.get(0).position() > after + 1) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "events-expired",
                    "Events after this place are not kept any more. Begin anew, without a place."));
        }
    }
}
