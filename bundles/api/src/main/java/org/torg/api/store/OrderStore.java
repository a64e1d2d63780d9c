package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Orders and their shipments. */
@ProviderType
public interface OrderStore {

    /**
     * @param order its details without the answers that are sealed
     * @param sealed these answers by line, under the keys of the lines' recipients
     */
    void insert(Tx tx, Order order, Map<LineId, String> sealed);

    /** An order without sealed answers. */
    default void insert(Tx tx, Order order) {
        insert(tx, order, Map.of());
    }

    /** Without the sealed answers. */
    Optional<Order> order(Tx tx, OrderId id);

    /** What is sealed of the answers of its lines. */
    Map<LineId, String> sealedAnswers(Tx tx, OrderId id);

    /** Orders with lines for this recipient, by id. Meant for rare questions: it reads the whole table. */
    List<OrderFor> ordersFor(Tx tx, RecipientId recipient);

    /** Stores status, workflow state, revision, version and the quantities of the lines. Violates the version when another was faster. */
    void update(Tx tx, Order before, Order after);

    void insert(Tx tx, OrderId order, CancellationRow cancellation);

    /** The oldest first. */
    List<CancellationRow> cancellations(Tx tx, OrderId order);

    /** Those of these orders of which something was cancelled. */
    List<OrderId> cancelled(Tx tx, Collection<OrderId> orders);

    /** The newest first, at most {@code limit}. */
    default List<OrderSummary> find(Tx tx, Filter filter, Optional<OrderId> before, int limit) {
        return find(tx, filter, Search.NONE, before, limit);
    }

    /** Those for which the search holds, too. One statement. */
    List<OrderSummary> find(Tx tx, Filter filter, Search search, Optional<OrderId> before, int limit);

    /** How many orders an account placed with a vendor since then, and what they came to without VAT; cancelled ones do not count. */
    History ordered(Tx tx, AccountId account, VendorId vendor, CurrencyUnit currency, Instant since);

    void insert(Tx tx, Shipment shipment);

    Optional<Shipment> shipment(Tx tx, ShipmentId id);

    /** The newest first, at most {@code limit}. */
    List<Shipment> shipments(Tx tx, Filter filter, Optional<OrderId> order, Optional<ShipmentId> before, int limit);

    int shipmentCount(Tx tx, OrderId order);

    /** @param sealedAnswers by the recipient's lines */
    record OrderFor(OrderId id, String number, Instant placedAt, Map<LineId, String> sealedAnswers) {
        public OrderFor {
            sealedAnswers = Map.copyOf(sealedAnswers);
        }
    }

    /**
     * @param accounts only these; empty optional: all
     * @param vendors only these; empty optional: all
     * @param locations only what belongs to these; empty optional: all, also what belongs to an account as a whole
     */
    record Filter(
            Optional<List<AccountId>> accounts,
            Optional<List<VendorId>> vendors,
            Optional<OrderStatus> status,
            Optional<List<LocationId>> locations) {

        /** Wherever it belongs in its account. */
        public Filter(
                Optional<List<AccountId>> accounts, Optional<List<VendorId>> vendors, Optional<OrderStatus> status) {
            this(accounts, vendors, status, Optional.empty());
        }
    }

    /**
     * What is looked for among orders that somebody sees.
     *
     * @param from placed then or later
     * @param until placed before
     * @param person who placed it, or in whose name it was placed
     * @param keyword begins the number or the buyer's reference, or is an article's number; where the filter names no accounts, the
     *     number of an order alone
     * @param recipient of whom there is a line
     */
    record Search(
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<UserId> person,
            Optional<String> keyword,
            Optional<RecipientId> recipient) {

        /** For whomever. */
        public Search(
                Optional<Instant> from, Optional<Instant> until, Optional<UserId> person, Optional<String> keyword) {
            this(from, until, person, keyword, Optional.empty());
        }

        public static final Search NONE =
                new Search(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param reason sealed */
    record CancellationRow(int revision, Instant at, Map<LineId, Integer> quantities, String reason) {
        public CancellationRow {
            quantities = Map.copyOf(quantities);
        }
    }
}
