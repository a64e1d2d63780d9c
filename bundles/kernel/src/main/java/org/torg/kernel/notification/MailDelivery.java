package org.torg.kernel.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.notification.MailTransport;
import org.torg.api.notification.MailTransport.MailException;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.Failures;

/**
 * Claims mails that are due, hands each to the transport, and decides what becomes of those that fail. A mail that the
 * transport has taken is not handed over again unless this process dies before that is stored, or another node takes it
 * meanwhile for dead; both repeat it under the same id.
 */
final class MailDelivery {

    static final Duration LEASE = Duration.ofSeconds(60);
    /** After so many failures one after the other the server is let alone for a while. */
    static final int FAILURES = 3;

    static final Duration REST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");
    private static final int BATCH = 20;
    /** So many tries wait for a vendor that is away; then the mail leaves without its name. */
    private static final int TRIES_FOR_VENDOR = 2;

    private final Transactions transactions;
    private final MailStore store;
    private final MailOutbox outbox;
    private final MailComposer composer;
    private final MailWay way;
    private final Clock clock;
    private final String node;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    /** What has left, while the database could not be told. */
    private final Deque<MailRow> unstored = new ArrayDeque<>();

    private Instant restUntil = Instant.MIN;
    private int failures;

    /** @param node unlike that of every other sender, living or dead */
    MailDelivery(
            Transactions transactions,
            MailStore store,
            MailOutbox outbox,
            MailComposer composer,
            MailWay way,
            Clock clock,
            String node) {
        this.transactions = transactions;
        this.store = store;
        this.outbox = outbox;
        this.composer = composer;
        this.way = way;
        this.clock = clock;
        this.node = node;
    }

    /** Sends no further mail, and gives back those that are claimed. */
    void stop() {
        stopping.set(true);
    }

    /** Sends a batch. Answers whether there may be more that are due. Asks the database nothing while there is no way out. */
    boolean turn() {
        storeWhatHasLeft();
        Instant now = clock.now();
        if (stopping.get() || way.transport().isEmpty() || now.isBefore(restUntil)) {
            return false;
        }
        List<MailRow> claimed = transactions.write(tx -> store.claim(tx, node, now, now.plus(LEASE), BATCH));
        busy.set(!claimed.isEmpty());
        try {
            for (MailRow mail : claimed) {
                Optional<MailTransport> transport =
                        way.transport().filter(there -> !stopping.get() && failures < FAILURES);
                transport.ifPresentOrElse(there -> deliver(mail, there), () -> release(mail));
            }
        } finally {
            busy.set(false);
        }
        if (failures >= FAILURES) {
            failures = 0;
            restUntil = clock.now().plus(REST);
            return false;
        }
        return !claimed.isEmpty();
    }

    /** Lengthens the leases of the batch that is under way; called every third of a lease. */
    void extendLeases() {
        if (busy.get()) {
            transactions.change(tx -> store.extend(tx, node, clock.now().plus(LEASE)));
        }
    }

    private void release(MailRow mail) {
        transactions.change(tx -> store.release(tx, mail.id(), node, clock.now()));
    }

    /** What a mail holds, if it is still this node's and anybody's to read. */
    private record Held(boolean mine, Optional<MailContent> content) {}

    private void deliver(MailRow mail, MailTransport transport) {
        if (mail.attempts() > Retries.TRIES) {
            // Its last try did not even come to say that it failed: the process died.
            giveUp(mail, "died");
            return;
        }
        Held held = transactions.write(
                tx -> store.hold(tx, mail.id(), node, clock.now().plus(LEASE))
                        ? new Held(true, outbox.open(tx, mail))
                        : new Held(false, Optional.empty()));
        if (!held.mine()) {
            return;
        }
        if (held.content().isEmpty()) {
            // Its reader was erased.
            transactions.change(tx -> {
                if (store.dead(tx, mail.id(), node, clock.now(), "erased")) {
                    boolean unused = store.drop(tx, mail.id(), clock.now());
                }
            });
            return;
        }
        if (mail.attempts() <= TRIES_FOR_VENDOR && composer.awaitsVendor(mail)) {
            retry(mail, "vendor-away");
            return;
        }
        try {
            transport.send(composer.compose(mail, held.content().get()));
        } catch (MailException e) {
            failed(
                    mail,
                    e.isPermanent(),
                    ADDRESS.matcher(String.valueOf(e.getMessage())).replaceAll("…"));
            return;
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Mail {}", mail.id(), e);
            failed(mail, false, Failures.describe(e));
            return;
        }
        failures = 0;
        unstored.add(mail);
        storeWhatHasLeft();
    }

    private void storeWhatHasLeft() {
        for (MailRow mail = unstored.peek(); mail != null; mail = unstored.peek()) {
            MailRow left = mail;
            transactions.change(tx -> {
                if (MailOutbox.isFarewell(left)) {
                    store.delete(tx, left.id());
                } else {
                    store.sent(tx, left.id(), clock.now());
                }
                outbox.forget(tx, left);
            });
            unstored.remove();
            LOG.debug("Mail {} ({}) has left", left.id(), left.template());
        }
    }

    private void failed(MailRow mail, boolean permanent, String error) {
        LOG.warn(
                "Mail {} ({}) failed, try {} of {}{}: {}",
                mail.id(),
                mail.template(),
                mail.attempts(),
                Retries.TRIES,
                permanent ? ", for good" : "",
                error);
        if (permanent || mail.attempts() >= Retries.TRIES) {
            giveUp(mail, error);
        } else {
            retry(mail, error);
        }
        // A server that refuses one mail works.
        failures = permanent ? 0 : failures + 1;
    }

    private void giveUp(MailRow mail, String error) {
        transactions.change(tx -> {
            boolean mine = store.dead(tx, mail.id(), node, clock.now(), error);
            if (mine && MailOutbox.isFarewell(mail)) {
                store.delete(tx, mail.id());
                outbox.forget(tx, mail);
            }
        });
    }

    private void retry(MailRow mail, String error) {
        Instant dueAt = clock.now().plus(Retries.after(mail.attempts()));
        boolean unused = transactions.write(tx -> store.retry(tx, mail.id(), node, dueAt, error));
    }
}
