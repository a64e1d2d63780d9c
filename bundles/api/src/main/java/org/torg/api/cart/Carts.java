package org.torg.api.cart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Guidance;
import org.torg.api.order.ApprovalId;
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

    /** The newest first: those of the account that the caller may edit and that have not become an order (D23). */
    Outcome<Page<CartSummary>> find(Caller caller, CartQuery query);

    /** How many lines there are in all carts that {@link #find} would show of those that are not laid aside. One statement. */
    Outcome<Integer> countOpenLines(Caller caller);

    /** Opens an empty cart. Refused with {@code vendor-required}, {@code vendor-unavailable}. */
    Outcome<Cart> create(Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor);

    /**
     * The cart with today's prices, unless it is empty or closed. What cannot be priced yet or any more is left out of the price and
     * named in the objections. Answers about a recipient are there for those who may see the recipient; each look is audited.
     */
    Outcome<CartView> get(Caller caller, CartId id);

    /**
     * Adds a line; the same SKU again, unless it is configured or for somebody, adds to its quantity. Parallel calls lose nothing.
     * Refused with {@code sku-unknown}, {@code quantity-invalid}, {@code cart-full}, {@code cart-closed}, {@code cart-paused}; of a
     * configured article also as {@link #configureLine}. Refused with the code and the words of a {@link CartRule} of the vendor's that
     * objects to a line then and did not before.
     */
    Outcome<Cart> addLine(Caller caller, Optional<IdempotencyKey> key, CartId id, NewLine line);

    /** Adds an article as it stands, or a configured one under its model's defaults. */
    default Outcome<Cart> addLine(Caller caller, Optional<IdempotencyKey> key, CartId id, Sku sku, int quantity) {
        return addLine(caller, key, id, new NewLine(sku, quantity, Optional.empty(), Optional.empty()));
    }

    /**
     * Refused with {@code quantity-invalid}, and by the vendor's rules as {@link #addLine}.
     *
     * @param quantity the new one; 0 removes the line
     */
    Outcome<Cart> changeLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity);

    /**
     * Replaces the answers of a configured line, and whom it is for (H27). Answers may be missing, and those that do not fit are
     * kept to be corrected. Needs {@code RECIPIENT_READ} where there is a recipient, before or after. Refused with
     * {@code configuration-none}, {@code question-unknown}, {@code answer-invalid}, {@code recipient-required} when something is
     * answered about a recipient and there is none, {@code recipient-not-found}. Files that answers name must be uploads of the
     * cart's place, and may be on their way: {@code upload-not-found}, {@code upload-type-wrong}, {@code upload-other-recipient},
     * and why a file was refused; they stay as long as a line names them. Refused by the vendor's rules as {@link #addLine}.
     */
    Outcome<Cart> configureLine(
            Caller caller,
            Optional<IdempotencyKey> key,
            CartId id,
            Optional<Long> expectedVersion,
            LineId line,
            Answers answers,
            Optional<RecipientId> recipient);

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

    /**
     * Lays the cart aside with its prices as they are now, to be completed later (D23). Until it is resumed, changes are refused with
     * {@code cart-paused}. A cart that is paused already stays as it is.
     */
    Outcome<Cart> pause(Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion);

    /**
     * Takes the cart up again: judges and prices it anew, and tells what is different from when it was paused. Again, it
     * tells it again.
     */
    Outcome<Resumed> resume(Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion);

    /**
     * Makes it a colleague's, who may edit carts at its location; else refused with {@code person-not-found}. Everybody who saw it
     * still does.
     */
    Outcome<Cart> handOver(
            Caller caller, Optional<IdempotencyKey> key, CartId id, Optional<Long> expectedVersion, UserId colleague);

    /**
     * Places the order and closes the cart, in one transaction. Refusals as in {@code Orders.place}, and {@code cart-paused}.
     */
    Outcome<Order> checkout(Caller caller, Optional<IdempotencyKey> key, CartId id, Checkout checkout);

    /**
     * @param answers of an article that is configured; may be incomplete
     * @param recipient whom it is for
     */
    record NewLine(Sku sku, int quantity, Optional<Answers> answers, Optional<RecipientId> recipient) {}

    /**
     * @param quotation empty for an empty or closed cart; without the lines that have no price
     * @param objections what stands in the way of checking out
     * @param configured how the configured lines stand, in their order
     * @param bulky lines of which something goes outside the parcel flow (L48)
     */
    record CartView(
            Cart cart,
            Optional<Prices.Quotation> quotation,
            List<CartRule.Objection> objections,
            List<ConfiguredLine> configured,
            Set<LineId> bulky) {
        public CartView {
            objections = List.copyOf(objections);
            configured = List.copyOf(configured);
            bulky = Set.copyOf(bulky);
        }

        /** With nothing that is bulky. */
        public CartView(
                Cart cart,
                Optional<Prices.Quotation> quotation,
                List<CartRule.Objection> objections,
                List<ConfiguredLine> configured) {
            this(cart, quotation, objections, configured, Set.of());
        }

        /** Of articles as they stand. */
        public CartView(Cart cart, Optional<Prices.Quotation> quotation, List<CartRule.Objection> objections) {
            this(cart, quotation, objections, List.of());
        }
    }

    /**
     * @param model by which it is configured
     * @param answers those given, those by default and those that the others leave no choice about; what is about the recipient is there
     *     only for those who may see the recipient, and only where the cart is read
     * @param complete whether it can be ordered
     * @param missing codes of the questions that need an answer yet
     * @param misfits answers that cannot be kept, and why; {@code net} is without them
     * @param net of what it yields so far, without charges; empty while that has no price
     */
    record ConfiguredLine(
            LineId line,
            ConfigurationModel model,
            Answers answers,
            boolean complete,
            List<String> missing,
            List<Guidance.Misfit> misfits,
            Optional<Money> net) {
        public ConfiguredLine {
            missing = List.copyOf(missing);
            misfits = List.copyOf(misfits);
        }
    }

    /** @param paused only these or only the others, when given */
    record CartQuery(Optional<VendorId> vendor, Optional<Boolean> paused, PageRequest page) {}

    /** @param lines how many */
    record CartSummary(
            CartId id,
            VendorId vendor,
            AccountId account,
            UserId owner,
            Optional<LocationId> location,
            Optional<UserId> actingFor,
            int lines,
            Instant createdAt,
            Instant changedAt,
            Optional<Instant> pausedAt,
            Optional<ApprovalId> approval,
            long version) {}

    /**
     * @param seen the cart as it was paused; empty when it had no price then, or was not paused
     * @param differences of lines, in their order
     */
    record Resumed(CartView view, Optional<Seen> seen, List<Difference> differences) {
        public Resumed {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A price that was shown, as far as it is compared.
     *
     * @param net of the whole, without VAT
     */
    record Seen(Instant at, Money net, Money gross, List<SeenLine> lines) {
        public Seen {
            lines = List.copyOf(lines);
        }
    }

    /** @param misfits codes of the questions whose answers did not fit already */
    record SeenLine(LineId line, Sku sku, int quantity, Optional<Money> net, List<String> misfits) {
        public SeenLine {
            misfits = List.copyOf(misfits);
        }
    }

    /**
     * @param gone whether the article is not sold any more
     * @param then net of the line when it was paused
     * @param now net of the line today; empty when it has none
     * @param answers codes of the questions whose answers do not fit any more, such as options that are gone
     */
    record Difference(
            LineId line, Sku sku, boolean gone, Optional<Money> then, Optional<Money> now, List<String> answers) {
        public Difference {
            answers = List.copyOf(answers);
        }
    }
}
