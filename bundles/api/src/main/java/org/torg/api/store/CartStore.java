package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.CartSummary;
import org.torg.api.cart.Carts.Seen;
import org.torg.api.catalog.Sku;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Carts. Each change raises the version in the same statement that checks it. */
@ProviderType
public interface CartStore {

    void insert(Tx tx, Cart cart);

    /** Without the sealed answers. */
    Optional<Cart> cart(Tx tx, CartId id);

    /** What is sealed of the answers of its lines, under the keys of their recipients. */
    Map<LineId, String> sealedAnswers(Tx tx, CartId id);

    /** Those that have not become an order, the newest first, at most {@code limit}. */
    List<CartSummary> find(Tx tx, Filter filter, Optional<CartId> before, int limit);

    /** How many lines those have together that {@link #find} finds. */
    int countLines(Tx tx, Filter filter);

    /** Locks the cart's row until the end of the transaction, so that parallel edits queue up. */
    Optional<Cart> lock(Tx tx, CartId id);

    /**
     * Inserts the line or replaces it.
     *
     * @param line without the answers that are sealed
     * @param sealed the other answers, under the key of the line's recipient
     */
    void putLine(Tx tx, CartId id, Cart.Line line, int position, Optional<String> sealed);

    /** Inserts or replaces a line without sealed answers. */
    default void putLine(Tx tx, CartId id, Cart.Line line, int position) {
        putLine(tx, id, line, position, Optional.empty());
    }

    /** Inserts new lines. One statement for all. */
    void addLines(Tx tx, CartId id, List<PlacedLine> lines);

    /** Whatever else the lines have stays. One statement for all. */
    void setQuantities(Tx tx, CartId id, Map<LineId, Integer> quantities);

    /** Whatever else the line has stays. */
    void setQuantity(Tx tx, CartId id, LineId line, int quantity);

    void deleteLine(Tx tx, CartId id, LineId line);

    void setDelivery(Tx tx, CartId id, DeliveryChoice delivery);

    /** Says whose order it is to be, or nobody's in particular. */
    void setPerson(Tx tx, CartId id, Optional<UserId> actingFor);

    void setOwner(Tx tx, CartId id, UserId owner);

    /** @param seen with which prices it is paused */
    void pause(Tx tx, CartId id, Instant at, Optional<Seen> seen);

    /** What was seen stays, to be compared. */
    void resume(Tx tx, CartId id);

    /** With which prices it was paused. */
    Optional<Seen> seen(Tx tx, CartId id);

    /** Lines of carts that have not become an order and are for this recipient. */
    List<LineFor> linesFor(Tx tx, RecipientId recipient);

    /** The recipient, and what is sealed, go from all lines. */
    void forget(Tx tx, RecipientId recipient);

    /** Raises the version. */
    void touch(Tx tx, CartId id, Instant now);

    /** Raises the version to this one: of a locked cart whose version is lower. */
    void touch(Tx tx, CartId id, Instant now, long version);

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

    /**
     * @param locations only those of these; empty optional: all, also those of the account as a whole
     * @param paused only these or only the others, when given
     */
    record Filter(
            AccountId account,
            Optional<List<LocationId>> locations,
            Optional<VendorId> vendor,
            Optional<Boolean> paused) {}

    /**
     * @param line without the answers that are sealed
     * @param sealed the other answers, under the key of the line's recipient
     */
    record PlacedLine(Cart.Line line, int position, Optional<String> sealed) {}

    /** @param sealed the answers about the recipient */
    record LineFor(CartId cart, LineId line, Sku sku, int quantity, Optional<String> sealed) {}
}
