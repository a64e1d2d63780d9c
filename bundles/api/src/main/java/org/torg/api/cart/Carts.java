package org.torg.api.cart;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.Prices;
import org.torg.api.vendor.VendorId;

/**
 * Carts of the caller's account. All need {@code CART_EDIT}; a foreign cart answers as an unknown one. A cart belongs to
 * the account: every buyer of it may see, edit and check out a colleague's cart; its owner is who opened it. While approval
 * of it is open, changes are refused with {@code cart-locked}.
 */
@ProviderType
public interface Carts {

    int MAX_LINES = 1000;

    /** Opens an empty cart. Refused with {@code vendor-required}, {@code vendor-unavailable}. */
    Outcome<Cart> create(Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor);

    /** The cart with today's prices, unless it is empty or closed. */
    Outcome<CartView> get(Caller caller, CartId id);

    /**
     * Adds a line; the same SKU again adds to its quantity. Parallel calls lose nothing. Refused with
     * {@code sku-unknown}, {@code quantity-invalid}, {@code cart-full}, {@code cart-closed}.
     */
    Outcome<Cart> addLine(Caller caller, Optional<IdempotencyKey> key, CartId id, Sku sku, int quantity);

    /** @param quantity the new one; 0 removes the line */
    Outcome<Cart> changeLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity);

    Outcome<Cart> setDelivery(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            DeliveryChoice delivery);

    /**
     * Says whose order it is to be (D10): a person of the account whom the caller may act for, or nobody.
     * Refused with {@code person-not-found}.
     */
    Outcome<Cart> setPerson(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            Optional<UserId> actingFor);

    /** Places the order and closes the cart, in one transaction. Refusals as in {@code Orders.place}. */
    Outcome<Order> checkout(Caller caller, Optional<IdempotencyKey> key, CartId id, Checkout checkout);

    /**
     * @param quotation empty for an empty or closed cart
     * @param objections what stands in the way of checking out
     */
    record CartView(Cart cart, Optional<Prices.Quotation> quotation, List<CartRule.Objection> objections) {
        public CartView {
            objections = List.copyOf(objections);
        }
    }
}
