package org.torg.kernel.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.store.EventStore;
import org.torg.api.store.EventStore.ClaimedDelivery;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.Failures;

/** Claims deliveries that are due, hands each to its consumer, and decides what becomes of those that fail. */
final class Deliveries {

    static final int TRIES = 10;
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final int BATCH = 20;

    private final Transactions transactions;
    private final EventStore store;
    private final Clock clock;
    private final Map<String, EventConsumer> consumers = new ConcurrentHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    Deliveries(Transactions transactions, EventStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    void add(EventConsumer consumer) {
        consumers.put(consumer.name(), consumer);
    }

    void remove(EventConsumer consumer) {
        consumers.remove(consumer.name(), consumer);
    }

    /** Hands over no further delivery, and gives back those that are claimed. */
    void stop() {
        stopping.set(true);
    }

    /** Carries out a batch of deliveries. Answers whether there may be more that are due. */
    boolean turn() {
        List<String> names = consumers.keySet().stream().sorted().toList();
        if (names.isEmpty() || stopping.get()) {
            return false;
        }
        Instant now = clock.now();
        List<ClaimedDelivery> claimed = transactions.write(tx -> store.claim(tx, names, now, now.plus(LEASE), BATCH));
        for (ClaimedDelivery delivery : claimed) {
            Optional<EventConsumer> consumer =
                    Optional.ofNullable(consumers.get(delivery.consumer())).filter(found -> !stopping.get());
            consumer.ifPresentOrElse(found -> hand(delivery, found), () -> release(delivery, now.plus(LEASE)));
        }
        return !claimed.isEmpty();
    }

    /** Its consumer has gone meanwhile, or this node stops: whoever comes next need not wait, and this was no try. */
    private void release(ClaimedDelivery delivery, Instant leaseUntil) {
        boolean unused = transactions.write(
                tx -> store.release(tx, delivery.event().id(), delivery.consumer(), leaseUntil, clock.now()));
    }

    private void hand(ClaimedDelivery delivery, EventConsumer consumer) {
        try {
            transactions.change(tx -> {
                // First the mark: its row lock keeps a second delivery of the same event waiting, which then finds it
                // done.
                if (store.done(tx, delivery.event().id(), delivery.consumer())) {
                    consumer.handle(tx, delivery.event());
                }
            });
        } catch (RuntimeException e) {
            failed(delivery, e);
        }
    }

    private void failed(ClaimedDelivery delivery, RuntimeException failure) {
        String event = delivery.event().id();
        LOG.warn(
                "Event {} for {} failed, try {} of {}: {}",
                event,
                delivery.consumer(),
                delivery.attempts(),
                TRIES,
                Failures.describe(failure));
        LOG.debug("Event {} for {}", event, delivery.consumer(), failure);
        String error = Failures.classes(failure);
        if (delivery.attempts() >= TRIES) {
            transactions.change(tx -> store.park(tx, event, delivery.consumer(), error));
        } else {
            Instant dueAt = clock.now().plus(delay(delivery.attempts()));
            transactions.change(tx -> store.retry(tx, event, delivery.consumer(), dueAt, error));
        }
    }

    /** 2 s, 4 s, 8 s … */
    private static Duration delay(int attempts) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.max(0, Math.min(20, attempts - 1)));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
