package org.torg.kernel.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.event.Event;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.PriceAgreement;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.ApprovalStore.Request;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.cart.CartCheckout;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.order.OrderPlacement;

/**
 * Does what was decided. The cart is changed before the approval, always: of two who decide at once the second waits at the
 * cart, and then finds the approval decided.
 */
@Component(service = ApprovalDeciding.class)
public final class ApprovalDeciding {
    private static final int REASON = 2000;

    private final Transactions transactions;
    private final Clock clock;
    private final ApprovalStore store;
    private final CartStore carts;
    private final CartCheckout checkouts;
    private final OrderPlacement placement;
    private final ApprovalMails mails;

    @Activate
    public ApprovalDeciding(
            @Reference Transactions transactions,
            @Reference Clock clock,
            @Reference ApprovalStore store,
            @Reference CartStore carts,
            @Reference CartCheckout checkouts,
            @Reference OrderPlacement placement,
            @Reference ApprovalMails mails) {
        this.transactions = transactions;
        this.clock = clock;
        this.store = store;
        this.carts = carts;
        this.checkouts = checkouts;
        this.placement = placement;
        this.mails = mails;
    }

    static Optional<Refusal> invalid(String reason) {
        boolean valid = !reason.isBlank() && reason.length() <= REASON && reason.indexOf('\0') < 0;
        return valid
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "reason-invalid",
                        "A reason has 1 to {0} characters.",
                        Argument.number(REASON)));
    }

    Outcome<Change<Order>> approve(Caller caller, Request request, PriceAgreement prices) {
        Approval asked = request.approval();
        Optional<Cart> found = transactions.read(tx -> carts.cart(tx, asked.cart()));
        Optional<UserId> approver = caller.user();
        if (found.isEmpty() || approver.isEmpty()) {
            return Outcome.refused(Refusal.notFound("approval"));
        }
        Cart cart = found.get();
        OrderPlacement.Placer placer = new OrderPlacement.Placer(
                asked.askedBy(), asked.location(), request.actingFor(), request.channel(), approver);
        return checkouts
                .command(cart, ApprovalAsking.with(request.checkout(), prices))
                .flatMap(command -> placement.approved(at(caller, asked), placer, command))
                .map(order -> tx -> {
                    Approval approved = decided(
                            asked,
                            State.APPROVED,
                            approver.get(),
                            order.placedAt(),
                            Optional.empty(),
                            Optional.of(order.id()));
                    Effect<Order> placed = checkouts.close(tx, cart, order);
                    decide(tx, approved);
                    mails.decided(tx, approved, Optional.of(order.number()));
                    List<Event> events = new ArrayList<>(placed.events());
                    events.add(event(approved));
                    return new Effect<>(placed.value(), placed.target(), placed.account(), events, placed.actingFor());
                });
    }

    Outcome<Change<Approval>> end(Caller caller, Approval asked, State state, Optional<String> reason) {
        Optional<UserId> who = caller.user();
        if (who.isEmpty()) {
            return Outcome.refused(Refusal.notFound("approval"));
        }
        Approval ended = decided(asked, state, who.get(), clock.now(), reason, Optional.empty());
        return Outcome.done(tx -> {
            if (!carts.unlock(tx, asked.cart(), asked.id(), clock.now())) {
                throw ApprovalAsking.changed();
            }
            decide(tx, ended);
            if (state == State.DECLINED) {
                mails.decided(tx, ended, Optional.empty());
            }
            return new Effect<>(ended, ended.id().value(), Optional.of(ended.account()), List.of(event(ended)));
        });
    }

    private void decide(Tx tx, Approval decided) {
        if (!store.decide(tx, decided)) {
            throw ApprovalAsking.changed();
        }
    }

    private static Event event(Approval decided) {
        return new Event.ApprovalDecided(
                decided.vendor(), Optional.of(decided.account()), decided.id(), decided.state(), decided.order());
    }

    private static Approval decided(
            Approval asked, State state, UserId by, Instant at, Optional<String> reason, Optional<OrderId> order) {
        return new Approval(
                asked.id(),
                asked.vendor(),
                asked.account(),
                asked.location(),
                asked.cart(),
                asked.askedBy(),
                asked.total(),
                asked.note(),
                state,
                asked.askedAt(),
                Optional.of(by),
                Optional.of(at),
                reason,
                order);
    }

    /** The approver, at the place of the order. */
    private static Caller at(Caller approver, Approval approval) {
        return new Caller(
                approver.subject(),
                approver.account(),
                approval.location(),
                approver.actingFor(),
                approver.grants(),
                approver.channel(),
                approver.requestId(),
                approver.language());
    }
}
