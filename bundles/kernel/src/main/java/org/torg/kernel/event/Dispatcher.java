package org.torg.kernel.event;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.torg.api.Clock;
import org.torg.api.store.EventStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.job.Worker;

/**
 * Carries events to the consumers inside the kernel, and gives them their positions in the feed: at once when this node has
 * made them, else within seconds.
 */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {

    private static final Duration POLL = Duration.ofSeconds(5);
    /** Under load the events of so long share the statements that look for them and number them. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Deliveries deliveries;
    private final FeedPositions feed;
    private final Worker worker;
    private final Nudge nudge;
    private final Runnable wake;

    @Activate
    public Dispatcher(
            @Reference Transactions transactions,
            @Reference EventStore store,
            @Reference Clock clock,
            @Reference Nudge nudge) {
        this.deliveries = new Deliveries(transactions, store, clock);
        this.feed = new FeedPositions(transactions, store);
        this.worker = new Worker("torg-events", POLL, PAUSE, this::turn);
        this.nudge = nudge;
        this.wake = () -> {
            feed.tell();
            worker.wake();
        };
        nudge.register(wake);
        worker.start();
    }

    private boolean turn() {
        boolean delivered = deliveries.turn();
        if (delivered) {
            // What a consumer does may have made events itself.
            feed.tell();
        }
        return feed.turn() || delivered;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addConsumer(EventConsumer consumer) {
        deliveries.add(consumer);
        worker.wake();
    }

    public void removeConsumer(EventConsumer consumer) {
        deliveries.remove(consumer);
    }

    @Deactivate
    public void stop() {
        nudge.unregister(wake);
        deliveries.stop();
        worker.stop();
    }
}
