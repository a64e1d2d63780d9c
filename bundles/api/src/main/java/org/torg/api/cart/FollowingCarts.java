package org.torg.api.cart;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.order.OrderId;

/** Another order for the same patient (D22): carts that follow an earlier order or cart. */
@ProviderType
public interface FollowingCarts {

    /**
     * Opens a new cart of the same vendor for those for whom the earlier one was. Needs {@code CART_EDIT} and {@code RECIPIENT_READ} at
     * the location of the earlier one, which the caller must have chosen, and {@code ORDER_READ} for an order. Refused with
     * {@code order-not-found}, {@code cart-not-found}, {@code location-required}, {@code recipient-none} when it was for nobody in
     * particular, {@code recipient-not-found}, and as {@code Carts.create}; with lines with {@code nothing-to-add}, too.
     *
     * @param recipient only of this one; empty: of all
     * @param withLines whether the lines for them are put into the cart, too: without the answers about the recipient and without
     *     files, which are this time's own
     */
    Outcome<Following> open(
            Caller caller,
            Optional<IdempotencyKey> key,
            Source source,
            Optional<RecipientId> recipient,
            boolean withLines);

    /** What is followed. */
    sealed interface Source {

        record OfOrder(OrderId order) implements Source {}

        record OfCart(CartId cart) implements Source {}
    }

    /**
     * @param recipients for whom the new cart's lines are to be
     * @param reuse the new cart, and what became of the lines; none when they were not asked for
     */
    record Following(List<RecipientId> recipients, Reuse reuse) {
        public Following {
            recipients = List.copyOf(recipients);
        }
    }
}
