package org.torg.kernel.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Function;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.order.Checkout;
import org.torg.api.store.ActingStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Gate;

/** In whose name something is ordered, and that who orders knows it (D07, D10). */
@Component(service = OrderingPerson.class)
public final class OrderingPerson {
    private final Transactions transactions;
    private final ActingStore acting;
    private final Gate gate;

    @Activate
    public OrderingPerson(@Reference Transactions transactions, @Reference ActingStore acting, @Reference Gate gate) {
        this.transactions = transactions;
        this.acting = acting;
        this.gate = gate;
    }

    /**
     * The caller as this cart is checked out: in the name of the cart's person, which stays until it is changed, else of the one
     * that the caller has chosen. Refused with {@code person-required} for a shared login that has chosen nobody,
     * {@code location-differs} unless the caller stands where the cart belongs, and {@code person-not-found} when the cart's
     * person does not work there any more. Whether the name is confirmed is seen when the order is drafted.
     */
    public Outcome<Caller> of(Caller caller, Cart cart) {
        Optional<Refusal> obstacle =
                gate.requireHere(caller, Function.ORDER_PLACE).or(() -> place(caller, cart));
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        Optional<UserId> person = cart.actingFor().filter(user -> !isCaller(caller, user));
        if (person.isEmpty() || person.equals(caller.actingFor().map(ActingFor::user))) {
            return Outcome.done(caller);
        }
        return obstacle(caller, cart, person.get())
                .<Outcome<Caller>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(inTheNameOf(caller, person.get())));
    }

    private static Optional<Refusal> place(Caller caller, Cart cart) {
        return caller.location().equals(cart.location())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "location-differs",
                        "This cart belongs to another location. Choose that one first."));
    }

    /** Why a cart cannot be in this person's name: one who acts for somebody in their care, or for a customer, names no other. */
    public Optional<Refusal> obstacle(Caller caller, Cart cart, UserId person) {
        Optional<ActingFor> who = caller.actingFor();
        boolean may = isCaller(caller, person)
                || who.filter(chosen -> chosen.user().equals(person)).isPresent()
                || (who.filter(chosen -> chosen.kind() == ActingFor.Kind.DEPENDANT)
                                .isEmpty()
                        && transactions.<Boolean>read(tx -> acting.works(tx, cart.account(), cart.location(), person)));
        return may ? Optional.empty() : Optional.of(Refusal.notFound("person"));
    }

    private static boolean isCaller(Caller caller, UserId user) {
        return caller.user().equals(Optional.of(user));
    }

    /** Staff stay confined to their vendor, whoever of the account the cart is for. */
    private static Caller inTheNameOf(Caller caller, UserId person) {
        return new Caller(
                caller.subject(),
                caller.account(),
                caller.location(),
                Optional.of(new ActingFor(
                        person,
                        caller.actingFor().map(ActingFor::kind).orElse(ActingFor.Kind.CLINICIAN),
                        caller.actingFor().flatMap(ActingFor::confinedTo))),
                caller.grants(),
                caller.channel(),
                caller.requestId(),
                caller.language());
    }

    /** Why this cannot be ordered: it is in somebody's name, and the checkout does not say in whose. Names nobody. */
    static Optional<Refusal> unconfirmed(Caller caller, Checkout checkout) {
        Optional<UserId> stated = checkout.actingFor().filter(user -> !isCaller(caller, user));
        return stated.equals(caller.actingFor().map(ActingFor::user))
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "person-not-confirmed",
                                "Confirm in whose name this is ordered.")
                        .with(List.of(
                                Refusal.detail("/actingFor", "person-not-confirmed", "State whose order it is."))));
    }
}
