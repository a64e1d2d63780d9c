package org.torg.kernel.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.Sku;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

/** What an edit makes of a cart. Pure. */
final class CartEdit {
    private CartEdit() {}

    /** A line to be stored at a position, and the cart with it. */
    record Put(Cart next, Cart.Line line, int position) {}

    /** Another piece: the same SKU again adds to its line. */
    static Outcome<Put> add(Cart cart, Sku sku, int quantity, Instant now) {
        for (int i = 0; i < cart.lines().size(); i++) {
            Cart.Line line = cart.lines().get(i);
            if (line.sku().equals(sku)) {
                long sum = (long) line.quantity() + quantity;
                return sum > PriceRequest.MAX_QUANTITY
                        ? Outcome.refused(quantityInvalid())
                        : Outcome.done(replace(cart, i, (int) sum, now));
            }
        }
        if (cart.lines().size() >= Carts.MAX_LINES) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "cart-full",
                    "A cart has at most {0} lines.",
                    Argument.number(Carts.MAX_LINES)));
        }
        // The version grows with each change, so it names a line and its place once and for all.
        int number = Math.toIntExact(cart.version() + 1);
        Cart.Line added = new Cart.Line(new LineId(Integer.toString(number)), sku, quantity);
        List<Cart.Line> lines = new ArrayList<>(cart.lines());
        lines.add(added);
        return Outcome.done(new Put(next(cart, lines, cart.delivery(), now), added, number));
    }

    /** Another quantity of a line, which keeps its place. */
    static Optional<Put> change(Cart cart, LineId id, int quantity, Instant now) {
        for (int i = 0; i < cart.lines().size(); i++) {
            if (cart.lines().get(i).id().equals(id)) {
                return Optional.of(replace(cart, i, quantity, now));
            }
        }
        return Optional.empty();
    }

    static Cart remove(Cart cart, LineId id, Instant now) {
        List<Cart.Line> lines =
                cart.lines().stream().filter(line -> !line.id().equals(id)).toList();
        return next(cart, lines, cart.delivery(), now);
    }

    static Cart deliver(Cart cart, DeliveryChoice delivery, Instant now) {
        return next(cart, cart.lines(), Optional.of(delivery), now);
    }

    static Cart name(Cart cart, Optional<UserId> actingFor, Instant now) {
        return next(cart, cart.lines(), cart.delivery(), actingFor, now);
    }

    static Refusal quantityInvalid() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "quantity-invalid",
                "A quantity is 1 to {0}.",
                Argument.number(PriceRequest.MAX_QUANTITY));
    }

    private static Put replace(Cart cart, int index, int quantity, Instant now) {
        Cart.Line old = cart.lines().get(index);
        Cart.Line changed = new Cart.Line(old.id(), old.sku(), quantity);
        List<Cart.Line> lines = new ArrayList<>(cart.lines());
        lines.set(index, changed);
        return new Put(
                next(cart, lines, cart.delivery(), now),
                changed,
                Integer.parseInt(old.id().value()));
    }

    private static Cart next(Cart cart, List<Cart.Line> lines, Optional<DeliveryChoice> delivery, Instant now) {
        return next(cart, lines, delivery, cart.actingFor(), now);
    }

    private static Cart next(
            Cart cart,
            List<Cart.Line> lines,
            Optional<DeliveryChoice> delivery,
            Optional<UserId> actingFor,
            Instant now) {
        return new Cart(
                cart.id(),
                cart.vendor(),
                cart.account(),
                cart.owner(),
                lines,
                delivery,
                cart.version() + 1,
                cart.createdAt(),
                now,
                cart.order(),
                cart.location(),
                actingFor,
                cart.approval());
    }
}
