package org.torg.kernel.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.Carts;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

/** What an edit makes of a cart. Pure. */
final class CartEdit {
    private CartEdit() {}

    /** A line to be stored at a position, and the cart with it. */
    record Put(Cart next, Cart.Line line, int position) {}

    /** Another piece: the same SKU again adds to its line, unless it is configured or for somebody. */
    static Outcome<Put> add(Cart cart, CartLines.Content content, int quantity, Instant now) {
        for (int i = 0; i < cart.lines().size() && content.isPlain(); i++) {
            Cart.Line line = cart.lines().get(i);
            if (line.sku().equals(content.sku())
                    && line.configuration().isEmpty()
                    && line.recipient().isEmpty()) {
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
        Cart.Line added = new Cart.Line(
                new LineId(Integer.toString(number)),
                content.sku(),
                quantity,
                content.configuration(),
                content.recipient());
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

    /** Other answers on a line, whose article, quantity and place stay. */
    static Optional<Put> configure(Cart cart, LineId id, CartLines.Content content, Instant now) {
        for (int i = 0; i < cart.lines().size(); i++) {
            Cart.Line old = cart.lines().get(i);
            if (old.id().equals(id) && old.sku().equals(content.sku())) {
                return Optional.of(replace(
                        cart,
                        i,
                        new Cart.Line(id, old.sku(), old.quantity(), content.configuration(), content.recipient()),
                        now));
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

    static Cart pause(Cart cart, Instant now) {
        return next(cart, cart.owner(), cart.lines(), cart.delivery(), cart.actingFor(), Optional.of(now), now);
    }

    static Cart resume(Cart cart, Instant now) {
        return next(cart, cart.owner(), cart.lines(), cart.delivery(), cart.actingFor(), Optional.empty(), now);
    }

    static Cart handOver(Cart cart, UserId owner, Instant now) {
        return next(cart, owner, cart.lines(), cart.delivery(), cart.actingFor(), cart.pausedAt(), now);
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
        return replace(
                cart, index, new Cart.Line(old.id(), old.sku(), quantity, old.configuration(), old.recipient()), now);
    }

    private static Put replace(Cart cart, int index, Cart.Line changed, Instant now) {
        List<Cart.Line> lines = new ArrayList<>(cart.lines());
        lines.set(index, changed);
        return new Put(next(cart, lines, cart.delivery(), now), changed, position(changed));
    }

    /** Where a line stands among the others. */
    static int position(Cart.Line line) {
        return Integer.parseInt(line.id().value());
    }

    /** Of lines that have another quantity than before. */
    static Map<LineId, Integer> quantities(Cart before, Cart after) {
        Map<LineId, Integer> old = new HashMap<>();
        before.lines().forEach(line -> old.put(line.id(), line.quantity()));
        Map<LineId, Integer> changed = new LinkedHashMap<>();
        for (Cart.Line line : after.lines()) {
            if (old.containsKey(line.id()) && !Objects.equals(old.get(line.id()), line.quantity())) {
                changed.put(line.id(), line.quantity());
            }
        }
        return changed;
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
        return next(cart, cart.owner(), lines, delivery, actingFor, cart.pausedAt(), now);
    }

    private static Cart next(
            Cart cart,
            UserId owner,
            List<Cart.Line> lines,
            Optional<DeliveryChoice> delivery,
            Optional<UserId> actingFor,
            Optional<Instant> pausedAt,
            Instant now) {
        return new Cart(
                cart.id(),
                cart.vendor(),
                cart.account(),
                owner,
                lines,
                delivery,
                cart.version() + 1,
                cart.createdAt(),
                now,
                cart.order(),
                cart.location(),
                actingFor,
                cart.approval(),
                pausedAt);
    }
}
