package org.torg.kernel.notification;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.notification.Notifications;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Nudge;

/** Shows staff which mails wait, have left or could not, and lets them decide about the dead ones. */
@Component(service = Notifications.class)
public final class NotificationService implements Notifications {

    /** Why a mail waits for which there is no way out of this node. */
    static final String NO_TRANSPORT = "no-transport";

    private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final MailStore store;
    private final MailOutbox outbox;
    private final MailWay way;
    private final Commands commands;
    private final Gate gate;
    private final Clock clock;
    private final Nudge nudge;

    @Activate
    public NotificationService(
            @Reference Transactions transactions,
            @Reference MailStore store,
            @Reference MailOutbox outbox,
            @Reference MailWay way,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference Nudge nudge) {
        this.transactions = transactions;
        this.store = store;
        this.outbox = outbox;
        this.way = way;
        this.commands = commands;
        this.gate = gate;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public Outcome<Page<Notification>> find(Caller caller, Optional<State> state, PageRequest page) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.MAIL_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (page.after().filter(after -> !CURSOR.matcher(after).matches()).isPresent()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        Optional<List<VendorId>> vendors = vendors(caller);
        List<MailRow> found = transactions.read(tx -> store.find(tx, state, vendors, page.after(), page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<MailRow> mails = more ? found.subList(0, page.limit()) : found;
        Optional<String> next = more ? Optional.of(mails.get(mails.size() - 1).id()) : Optional.empty();
        return Outcome.done(new Page<>(mails, next).map(this::shown));
    }

    /** Those whose mails the caller sees; empty: of all, and of none in particular. */
    private static Optional<List<VendorId>> vendors(Caller caller) {
        if (caller.may(Function.MAIL_READ, Scope.tenant())) {
            return Optional.empty();
        }
        return Optional.of(caller.grants().stream()
                .filter(grant -> grant.function() == Function.MAIL_READ)
                .map(Grant::scope)
                .filter(Scope.OfVendor.class::isInstance)
                .map(scope -> ((Scope.OfVendor) scope).vendor())
                .filter(vendor -> caller.may(Function.MAIL_READ, Scope.of(vendor)))
                .distinct()
                .toList());
    }

    @Override
    public Outcome<Notification> again(Caller caller, Optional<IdempotencyKey> key, String id) {
        return decide(caller, key, "send-mail-again", id, (tx, mail) -> {
            nudge.owe();
            return store.again(tx, mail.id(), clock.now());
        });
    }

    @Override
    public Outcome<Notification> drop(Caller caller, Optional<IdempotencyKey> key, String id) {
        return decide(caller, key, "drop-mail", id, (tx, mail) -> {
            outbox.forget(tx, mail);
            return store.drop(tx, mail.id(), clock.now());
        });
    }

    private interface Decision {
        boolean in(Tx tx, MailRow mail);
    }

    private Outcome<Notification> decide(
            Caller caller, Optional<IdempotencyKey> key, String command, String id, Decision decision) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.MAIL_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return commands.run(caller, key, command, id, target -> seen(caller, target), () -> visible(caller, id)
                .flatMap(mail -> Outcome.done(tx -> {
                    if (!decision.in(tx, mail)) {
                        throw new RefusedException(
                                Refusal.of(Refusal.Kind.CONFLICT, "mail-not-dead", "This mail has not been given up."));
                    }
                    Notification now = shown(store.mail(tx, id).orElseThrow());
                    return new Effect<>(now, id, mail.account(), List.of());
                })));
    }

    private Outcome<Notification> seen(Caller caller, String id) {
        return visible(caller, id).flatMap(mail -> Outcome.done(shown(mail)));
    }

    private Outcome<MailRow> visible(Caller caller, String id) {
        Optional<List<VendorId>> vendors = vendors(caller);
        Predicate<MailRow> theirs = mail -> vendors.isEmpty()
                || mail.vendor().filter(vendors.get()::contains).isPresent();
        return transactions
                .<Optional<MailRow>>read(tx -> store.mail(tx, id))
                .filter(theirs)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("mail")));
    }

    private Notification shown(MailRow mail) {
        boolean stuck = mail.state() == State.WAITING && way.transport().isEmpty();
        return new Notification(
                mail.id(),
                mail.vendor(),
                mail.template(),
                mail.language(),
                mail.maskedTo(),
                mail.state(),
                mail.attempts(),
                mail.createdAt(),
                mail.dueAt(),
                mail.state() == State.SENT ? mail.settledAt() : Optional.empty(),
                stuck ? Optional.of(NO_TRANSPORT) : mail.error());
    }
}
