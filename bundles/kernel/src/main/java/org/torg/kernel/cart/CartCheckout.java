package org.torg.kernel.cart;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.PlaceOrder;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.order.OrderBooking;
import org.torg.kernel.order.OrderPlacement;
import org.torg.kernel.upload.Attachments;
import org.torg.kernel.upload.LineFiles;

/** Makes an order of a cart. */
@Component(service = CartCheckout.class)
public final class CartCheckout {
    private final CartStore carts;
    private final OrderPlacement placement;
    private final OrderBooking booking;
    private final CartAnswers answers;
    private final LineFiles files;

    @Activate
    public CartCheckout(
            @Reference CartStore carts,
            @Reference OrderPlacement placement,
            @Reference OrderBooking booking,
            @Reference CartAnswers answers,
            @Reference LineFiles files) {
        this.carts = carts;
        this.files = files;
        this.answers = answers;
        this.placement = placement;
        this.booking = booking;
    }

    /** The order, and the change that stores it and closes the cart in one transaction. */
    Outcome<Change<Order>> prepare(Caller caller, Cart cart, Checkout checkout) {
        return command(cart, checkout)
                .flatMap(command -> placement.draft(caller, command))
                .map(order -> tx -> close(tx, cart, order));
    }

    /** What would be ordered. */
    public Outcome<PlaceOrder> command(Cart cart, Checkout checkout) {
        if (cart.lines().isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "cart-empty", "There is nothing in this cart."));
        }
        return Outcome.done(new PlaceOrder(
                Optional.of(cart.vendor()),
                Optional.empty(),
                CartQuotation.lines(answers.whole(cart)),
                new Checkout(
                        checkout.prices(),
                        checkout.delivery().or(cart::delivery),
                        checkout.billing(),
                        checkout.contact(),
                        checkout.purchaseOrderReference(),
                        checkout.payment(),
                        checkout.note(),
                        checkout.externalIds(),
                        checkout.actingFor())));
    }

    /** Closes the cart as it was read, and stores the order that it becomes. */
    public Effect<Order> close(Tx tx, Cart cart, Order order) {
        // The cart first: of two checkouts at once the second waits here, and never takes the stock of the first.
        if (!carts.close(tx, cart.id(), cart.version(), order.id(), order.placedAt())) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "cart changed during checkout", new IllegalStateException());
        }
        Effect<Order> booked = booking.book(tx, order);
        // The order has the files now.
        if (cart.lines().stream().anyMatch(line -> line.configuration().isPresent())) {
            files.release(tx, Attachments.Kind.CART, cart.id().value());
        }
        return booked;
    }

    public static Refusal closed() {
        return Refusal.of(Refusal.Kind.CONFLICT, "cart-closed", "This cart has become an order.");
    }

    public static Refusal paused() {
        return Refusal.of(Refusal.Kind.CONFLICT, "cart-paused", "This cart is paused. Resume it first.");
    }

    /** While approval is open nobody changes what it was asked for. */
    static Refusal locked() {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "cart-locked",
                "This cart waits for approval. Withdraw the request to change it.");
    }
}
