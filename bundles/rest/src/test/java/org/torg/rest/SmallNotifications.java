package org.torg.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.notification.Notifications;

/** One mail that has left and one that is dead. */
final class SmallNotifications implements Notifications {

    private final List<Object> asked = new ArrayList<>();

    /** Each state, page and id that was asked for, in their order. */
    List<Object> asked() {
        return asked;
    }

    private static Notification mail(String id, State state) {
        boolean sent = state == State.SENT;
        return new Notification(
                id,
                sent ? Optional.empty() : Optional.of(Samples.VENDOR),
                "invitation",
                "nb",
                "i…@fjellheim.example",
                state,
                sent ? 1 : 11,
                Samples.NOW,
                state == State.WAITING ? Optional.of(Samples.NOW) : Optional.empty(),
                sent ? Optional.of(Samples.NOW) : Optional.empty(),
                sent ? Optional.empty() : Optional.of("recipient refused: 550 5.1.1"));
    }

    private static <T> Outcome<T> denied(Caller caller) {
        return Outcome.refused(
                caller.isStranger()
                        ? Refusal.of(Refusal.Kind.UNAUTHENTICATED, "token-missing", "Sign in first.")
                        : Refusal.of(Refusal.Kind.FORBIDDEN, "right-missing", "You do not have the right {0} here."));
    }

    @Override
    public Outcome<Page<Notification>> find(Caller caller, Optional<State> state, PageRequest page) {
        if (!caller.mayAnywhere(Function.MAIL_READ)) {
            return denied(caller);
        }
        state.ifPresent(asked::add);
        asked.add(page);
        return Outcome.done(
                page.after().isPresent()
                        ? new Page<>(List.of(mail("mail-1", State.SENT)), Optional.empty())
                        : new Page<>(List.of(mail("mail-2", State.DEAD)), Optional.of("mail-2")));
    }

    @Override
    public Outcome<Notification> again(Caller caller, Optional<IdempotencyKey> key, String id) {
        return decide(caller, id, State.WAITING);
    }

    @Override
    public Outcome<Notification> drop(Caller caller, Optional<IdempotencyKey> key, String id) {
        return decide(caller, id, State.DROPPED);
    }

    private Outcome<Notification> decide(Caller caller, String id, State then) {
        if (!caller.mayAnywhere(Function.MAIL_READ)) {
            return denied(caller);
        }
        asked.add(id);
        return switch (id) {
            case "mail-2" -> Outcome.done(mail(id, then));
            case "mail-1" ->
                Outcome.refused(Refusal.of(Refusal.Kind.CONFLICT, "mail-not-dead", "This mail has not been given up."));
            default -> Outcome.refused(Refusal.notFound("mail"));
        };
    }
}
