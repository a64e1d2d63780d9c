package org.torg.api.favourite;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * Favourites of the person in whose name the caller acts, and those that are shared with all who buy at a location or for the account.
 * All need {@code CART_EDIT}; a foreign one answers as an unknown one. To share one, and to change or delete a shared one, needs
 * {@code ACCOUNT_EDIT} for whom it is shared with. An {@code expectedVersion} other than the current one is refused with
 * {@code version-changed}.
 */
@ProviderType
public interface Favourites {

    /** Of one person, and of an account's shared ones. */
    int MAX_FAVOURITES = 500;

    int MAX_LINES = 1_000;

    /**
     * Saves articles, configured or not, without any cart (D15). Of the answers those are kept that are about the thing; those about a
     * recipient, and files, are not. Answers may be missing, and those that do not fit today are kept to be corrected. Refused with
     * {@code vendor-required}, {@code vendor-unavailable}, {@code name-invalid}, {@code lines-missing}, {@code lines-too-many},
     * {@code sku-unknown}, {@code quantity-invalid}, {@code configuration-none}, {@code question-unknown}, {@code answer-invalid},
     * {@code answers-too-many}, {@code location-required}, {@code favourites-too-many}.
     */
    Outcome<Favourite> save(
            Caller caller,
            Optional<IdempotencyKey> key,
            Optional<VendorId> vendor,
            String name,
            Sharing sharing,
            List<NewLine> lines);

    /**
     * Saves what is in a cart, or some of its lines (H46). The cart stays as it is (H48). Refused as {@link #save}, and with
     * {@code cart-not-found}, {@code line-unknown}.
     *
     * @param lines empty: all
     */
    Outcome<Favourite> saveCart(
            Caller caller, Optional<IdempotencyKey> key, CartId cart, List<LineId> lines, String name, Sharing sharing);

    /** The newest first, without their lines. Refused with {@code cursor-invalid}. */
    Outcome<Page<Overview>> find(Caller caller, Query query);

    /** Also while its vendor is away. */
    Outcome<Favourite> get(Caller caller, FavouriteId id);

    /**
     * Gives it another name, or shares it with others. Refused with {@code name-invalid}, {@code location-required},
     * {@code favourites-too-many}, {@code favourite-not-own} when somebody takes back for themselves what another one has shared.
     */
    Outcome<Favourite> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            FavouriteId id,
            Optional<Long> expectedVersion,
            String name,
            Sharing sharing);

    /**
     * Changes one line. Refused as {@link #save}, and with {@code line-not-found}, {@code line-last}: the last line goes with its
     * favourite.
     *
     * @param quantity the new one; 0 removes the line (H47)
     * @param answers empty: as they were
     */
    Outcome<Favourite> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            FavouriteId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers);

    /** Carts that were filled from it stay. */
    Outcome<FavouriteId> delete(
            Caller caller, Optional<IdempotencyKey> key, FavouriteId id, Optional<Long> expectedVersion);

    /**
     * Puts it into a cart, judged by today's catalogue and models (H49, H50): what cannot be added is told of and the rest is added,
     * unless nothing can be; then it is refused with {@code nothing-to-add}, with a detail for each line. The favourite stays. Refused
     * with {@code vendor-unavailable} while its vendor is away, {@code line-unknown}, {@code cart-vendor-differs}, and as
     * {@code Carts.create} and {@code Carts.addLine} where nothing can be added at all. A repeat under the same key adds nothing and
     * tells how things stand now.
     */
    Outcome<Reuse> use(Caller caller, Optional<IdempotencyKey> key, FavouriteId id, Use use);

    /** @param answers of an article that is configured; may be incomplete */
    record NewLine(Sku sku, int quantity, Optional<Answers> answers) {}

    /**
     * @param text stands in the name, in whichever case
     * @param sku is in it
     */
    record Query(
            Optional<VendorId> vendor,
            Optional<String> text,
            Optional<Sku> sku,
            Optional<Sharing> sharing,
            PageRequest page) {}

    /**
     * @param favourite without its lines
     * @param lines how many
     */
    record Overview(Favourite favourite, int lines) {}

    /**
     * @param cart into which; empty: a new one
     * @param expectedVersion of the cart
     * @param lines which of the favourite's; empty: all
     * @param recipient for whom all of them are; answers about the recipient are given afterwards
     */
    record Use(
            Optional<CartId> cart,
            Optional<Long> expectedVersion,
            List<LineId> lines,
            Optional<RecipientId> recipient) {
        public Use {
            lines = List.copyOf(lines);
        }
    }
}
