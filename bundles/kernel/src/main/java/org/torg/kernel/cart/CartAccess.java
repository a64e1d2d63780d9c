package org.torg.kernel.cart;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.order.OrderChanges;

/** Who may see and edit which carts, and which carts can be edited at all. */
@Component(service = CartAccess.class)
public final class CartAccess {
    private final Gate gate;
    private final Transactions transactions;
    private final CartStore carts;

    @Activate
    public CartAccess(@Reference Gate gate, @Reference Transactions transactions, @Reference CartStore carts) {
        this.gate = gate;
        this.transactions = transactions;
        this.carts = carts;
    }

    /** The account for which the caller may open carts, at the chosen location where there is one. */
    Outcome<AccountId> here(Caller caller) {
        return gate.requireHere(caller, Function.CART_EDIT)
                .<Outcome<AccountId>>map(Outcome::refused)
                .orElseGet(() -> account(caller));
    }

    /** The account in which the caller may edit carts, of some location at least. */
    Outcome<AccountId> account(Caller caller) {
        return gate.requireAnywhere(caller, Function.CART_EDIT)
                .<Outcome<AccountId>>map(Outcome::refused)
                .orElseGet(() -> caller.account()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.notFound("account"))));
    }

    /** The locations whose carts the caller sees; empty: all, and those of the account as a whole. */
    Optional<List<LocationId>> locations(Caller caller, AccountId account) {
        if (caller.location().isPresent()) {
            return caller.location().map(List::of);
        }
        return caller.may(Function.CART_EDIT, Scope.of(account))
                ? Optional.empty()
                : Optional.of(caller.grants().stream()
                        .filter(grant -> grant.function() == Function.CART_EDIT)
                        .map(Grant::scope)
                        .filter(Scope.OfLocation.class::isInstance)
                        .map(Scope.OfLocation.class::cast)
                        .filter(scope -> scope.account().equals(account))
                        .map(Scope.OfLocation::location)
                        .distinct()
                        .toList());
    }

    public Outcome<Cart> read(Caller caller, CartId id) {
        return account(caller).flatMap(account -> transactions
                .read(tx -> carts.cart(tx, id))
                .filter(cart -> cart.account().equals(account))
                .filter(cart -> gate.covers(caller, Function.CART_EDIT, cart.account(), cart.location(), cart.vendor()))
                .<Outcome<Cart>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("cart"))));
    }

    /** What somebody sees who approves what is in carts, and edits none there. */
    Outcome<Cart> submitted(Caller caller, CartId id) {
        return transactions
                .read(tx -> carts.cart(tx, id))
                .filter(cart -> cart.approval().isPresent()
                        && caller.account().filter(cart.account()::equals).isPresent())
                .filter(cart ->
                        gate.covers(caller, Function.ORDER_APPROVE, cart.account(), cart.location(), cart.vendor()))
                .<Outcome<Cart>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("cart")));
    }

    /** One that can be edited now. */
    Outcome<Cart> open(Caller caller, CartId id) {
        return editable(read(caller, id));
    }

    static Outcome<Cart> editable(Outcome<Cart> found) {
        return found.flatMap(
                cart -> obstacle(cart).<Outcome<Cart>>map(Outcome::refused).orElseGet(() -> Outcome.done(cart)));
    }

    private static Optional<Refusal> obstacle(Cart cart) {
        return unsettled(cart).or(() -> cart.pausedAt().map(since -> CartCheckout.paused()));
    }

    /** Why nobody may take it up or lay it aside. */
    static Optional<Refusal> unsettled(Cart cart) {
        if (cart.order().isPresent()) {
            return Optional.of(CartCheckout.closed());
        }
        return cart.approval().map(open -> CartCheckout.locked());
    }

    /** The cart as it is now, for this transaction alone, and as the caller expects it. */
    Cart lock(Tx tx, CartId id, Optional<Long> expectedVersion) {
        Cart locked = lockAny(tx, id, expectedVersion);
        obstacle(locked).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        return locked;
    }

    /**
     * The same. When it has another version than the one that the vendor's rules were asked about, the command begins anew: what both of
     * two changes bring about, nobody has judged (D21).
     *
     * @throws StoreException when somebody was faster
     */
    Cart lock(Tx tx, Cart judged, Optional<Long> expectedVersion) {
        Cart locked = lock(tx, judged.id(), expectedVersion);
        if (locked.version() != judged.version()) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "the cart changed while it was judged", new IllegalStateException());
        }
        return locked;
    }

    /** The same, also of a paused one. */
    Cart lockAny(Tx tx, CartId id, Optional<Long> expectedVersion) {
        Cart locked = carts.lock(tx, id).orElseThrow(() -> new RefusedException(Refusal.notFound("cart")));
        unsettled(locked).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        if (expectedVersion.isPresent() && expectedVersion.get() != locked.version()) {
            throw new RefusedException(OrderChanges.versionChanged());
        }
        return locked;
    }

    static Effect<Cart> effect(Cart cart) {
        return new Effect<>(cart, cart.id().value(), Optional.of(cart.account()), List.of());
    }
}
