package org.torg.api.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.store.Transactions.Tx;

/** Carts. Each change raises the version in the same statement that checks it. */
@ProviderType
public interface CartStore {

    void insert(Tx tx, Cart cart);

    Optional<Cart> cart(Tx tx, CartId id);

    /** Locks the cart's row until the end of the transaction, so that parallel edits queue up. */
    Optional<Cart> lock(Tx tx, CartId id);

    /** Inserts the line or sets its quantity. */
    void putLine(Tx tx, CartId id, Cart.Line line, int position);

    void deleteLine(Tx tx, CartId id, LineId line);

    void setDelivery(Tx tx, CartId id, DeliveryChoice delivery);

    /** Says whose order it is to be, or nobody's in particular. */
    void setPerson(Tx tx, CartId id, Optional<UserId> actingFor);

    /** Raises the version. */
    void touch(Tx tx, CartId id, Instant now);

    /**
     * Locks the cart while approval is open, if it has this version and is neither closed nor locked.
     *
     * @return whether it was
     */
    boolean lockFor(Tx tx, CartId id, long version, ApprovalId approval, Instant now);

    /**
     * Opens the cart again that this approval has locked.
     *
     * @return whether it had
     */
    boolean unlock(Tx tx, CartId id, ApprovalId approval, Instant now);

    /**
     * Marks the cart as ordered if it has this version and is open.
     *
     * @return whether it was
     */
    boolean close(Tx tx, CartId id, long version, OrderId order, Instant now);
}
