package org.torg.kernel.approval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.event.Event;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Checkout;
import org.torg.api.order.PriceAgreement;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.ApprovalStore.Colleague;
import org.torg.api.store.ApprovalStore.Request;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.cart.CartCheckout;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.order.OrderPlacement;
import org.torg.kernel.order.OrderPlacement.Petition;
import org.torg.kernel.order.OrderingPerson;

/** Asks for approval of a cart as it would be checked out, and locks it. */
@Component(service = ApprovalAsking.class)
public final class ApprovalAsking {
    private static final int NOTE = 2000;

    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final ApprovalStore store;
    private final CartStore cartStore;
    private final Carts carts;
    private final CartCheckout checkouts;
    private final OrderPlacement placement;
    private final OrderingPerson people;
    private final Approvers approvers;
    private final ApprovalMails mails;

    @Activate
    public ApprovalAsking(
            @Reference Transactions transactions,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference ApprovalStore store,
            @Reference CartStore cartStore,
            @Reference Carts carts,
            @Reference CartCheckout checkouts,
            @Reference OrderPlacement placement,
            @Reference OrderingPerson people,
            @Reference Approvers approvers,
            @Reference ApprovalMails mails) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.store = store;
        this.cartStore = cartStore;
        this.carts = carts;
        this.checkouts = checkouts;
        this.placement = placement;
        this.people = people;
        this.approvers = approvers;
        this.mails = mails;
    }

    Outcome<Change<Approval>> prepare(Caller caller, CartId id, Checkout checkout, String note) {
        if (note.length() > NOTE || note.indexOf('\0') >= 0) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "note-invalid",
                    "A note has at most {0} characters.",
                    Argument.number(NOTE)));
        }
        return carts.get(caller, id).flatMap(view -> askable(view.cart())).flatMap(cart -> people.of(caller, cart)
                .flatMap(buyer ->
                        checkouts.command(cart, checkout).flatMap(command -> placement.petition(buyer, command)))
                .flatMap(petition -> prepare(cart, checkout, petition, note)));
    }

    private static Outcome<Cart> askable(Cart cart) {
        if (cart.order().isPresent()) {
            return Outcome.refused(CartCheckout.closed());
        }
        if (cart.pausedAt().isPresent()) {
            return Outcome.refused(CartCheckout.paused());
        }
        return cart.approval().isPresent()
                ? Outcome.refused(Refusal.of(
                        Refusal.Kind.CONFLICT, "approval-open", "Approval was asked for already, and is awaited."))
                : Outcome.done(cart);
    }

    private Outcome<Change<Approval>> prepare(Cart cart, Checkout checkout, Petition petition, String note) {
        Approval asked = new Approval(
                new ApprovalId(ids.next()),
                cart.vendor(),
                cart.account(),
                petition.placer().location(),
                cart.id(),
                petition.placer().person(),
                petition.gross(),
                note,
                State.OPEN,
                clock.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Request request = new Request(
                asked,
                petition.placer().actingFor(),
                petition.placer().channel(),
                with(checkout, new PriceAgreement.ExpectedTotal(petition.gross())));
        List<Colleague> may =
                transactions.read(tx -> approvers.at(tx, asked.account(), asked.location(), parties(request)));
        if (may.isEmpty()) {
            return Outcome.refused(Approvers.refusal(""));
        }
        return Outcome.done(tx -> {
            if (!cartStore.lockFor(tx, cart.id(), cart.version(), asked.id(), asked.askedAt())) {
                throw changed();
            }
            store.insert(tx, request);
            mails.asked(tx, asked, may);
            return new Effect<>(
                    asked,
                    asked.id().value(),
                    Optional.of(asked.account()),
                    List.of(new Event.ApprovalAsked(
                            asked.vendor(), Optional.of(asked.account()), asked.id(), asked.cart(), asked.total())));
        });
    }

    private static Set<UserId> parties(Request request) {
        Set<UserId> parties = new HashSet<>(Set.of(request.approval().askedBy()));
        request.actingFor().ifPresent(parties::add);
        return parties;
    }

    static Checkout with(Checkout checkout, PriceAgreement prices) {
        return new Checkout(
                prices,
                checkout.delivery(),
                checkout.billing(),
                checkout.contact(),
                checkout.purchaseOrderReference(),
                checkout.payment(),
                checkout.note(),
                checkout.externalIds(),
                checkout.actingFor());
    }

    /** Somebody was faster: the next look tells what they did. */
    static StoreException changed() {
        return new StoreException(
                StoreException.Kind.CONFLICT, "the approval was changed meanwhile", new IllegalStateException());
    }
}
