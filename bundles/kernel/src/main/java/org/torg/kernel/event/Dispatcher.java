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

/** Carries events to the consumers inside the kernel: at once when this node has made them, else within seconds. */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {

    private static final Duration POLL = Duration.ofSeconds(5);

    private final Deliveries deliveries;
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
        this.worker = new Worker("torg-events", POLL, deliveries::turn);
        this.nudge = nudge;
        this.wake = worker::wake;
        nudge.register(wake);
        worker.start();
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
