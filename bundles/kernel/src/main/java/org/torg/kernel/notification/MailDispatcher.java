package org.torg.kernel.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.store.MailStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.job.Failures;
import org.torg.kernel.job.Worker;

/** Sends mails, one at a time on each node: at once when this node has queued them, else within seconds. */
@Component(service = MailDispatcher.class, immediate = true)
public final class MailDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    /** Under load the nudges of so long share the statement that looks for mails. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MailDelivery delivery;
    private final Worker worker;
    private final Nudge nudge;
    private final MailWay way;
    private final Runnable wake;
    private final ScheduledExecutorService leases;

    @Activate
    public MailDispatcher(
            @Reference Transactions transactions,
            @Reference MailStore store,
            @Reference MailOutbox outbox,
            @Reference MailComposer composer,
            @Reference MailWay way,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference Nudge nudge) {
        this.delivery = new MailDelivery(transactions, store, outbox, composer, way, clock, ids.next());
        this.worker = new Worker("torg-mails", POLL, PAUSE, delivery::turn);
        this.nudge = nudge;
        this.way = way;
        this.wake = worker::wake;
        this.leases = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "torg-mail-leases");
            thread.setDaemon(true);
            return thread;
        });
        start();
    }

    private void start() {
        nudge.register(wake);
        way.register(wake);
        worker.start();
        long third = MailDelivery.LEASE.toMillis() / 3;
        var unused = leases.scheduleWithFixedDelay(this::extendLeases, third, third, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() {
        nudge.unregister(wake);
        way.unregister(wake);
        delivery.stop();
        worker.stop();
        leases.shutdownNow();
    }

    private void extendLeases() {
        try {
            delivery.extendLeases();
        } catch (RuntimeException e) {
            // The next one may come in time; else another node sends what is left.
            LOG.warn("The leases of mails could not be lengthened: {}", Failures.describe(e));
        }
    }
}
