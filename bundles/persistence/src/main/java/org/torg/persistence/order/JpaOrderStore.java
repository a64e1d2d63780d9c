package org.torg.persistence.order;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Component;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.account.RecipientId;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Inserting and reading an order cost two statements, whatever its lines, one that is for somebody three; updating one or two; all else one. */
@Component(service = OrderStore.class)
public final class JpaOrderStore implements OrderStore {

    /** So many ids in one statement. */
    private static final int STEP = 256;

    private final Documents documents = new Documents();
    private final OrderRows rows = new OrderRows(documents);

    @Override
    public void insert(Tx tx, Order order, Map<LineId, String> sealedAnswers) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.insert(new OrderEntity(order, sealedAnswers, documents));
        open.batch(
                OrderRows.INSERT_LINE,
                order.lines().stream()
                        .map(line -> rows.parameters(order.id(), line))
                        .toList());
        open.batch(
                "INSERT INTO order_recipient (recipient, order_id, vendor) VALUES (?, ?, ?)",
                order.details().stream()
                        .flatMap(detail -> detail.recipient().stream())
                        .map(RecipientId::value)
                        .distinct()
                        .sorted()
                        .map(recipient -> new Object[] {
                            recipient, order.id().value(), order.vendor().value()
                        })
                        .toList());
    }

    @Override
    public Optional<Order> order(Tx tx, OrderId id) {
        OpenTransaction open = OpenTransaction.of(tx);
        return open.first(Sql.of(OrderRows.ORDER, id.value()), rows::order)
                .map(order -> OrderRows.with(order, open.list(Sql.of(OrderRows.LINES, id.value()), rows::line)));
    }

    @Override
    public Map<LineId, String> sealedAnswers(Tx tx, OrderId id) {
        return OpenTransaction.of(tx)
                .first(Sql.of("SELECT sealed FROM orders WHERE id = ?", id.value()), row -> row.optionalText("sealed"))
                .flatMap(text -> text)
                .map(json -> OrderRows.sealedByLine(documents, json))
                .orElse(Map.of());
    }

    @Override
    public List<OrderFor> ordersFor(Tx tx, RecipientId recipient) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT o.id, o.order_number, o.placed_at, o.details, o.sealed FROM order_recipient r"
                                        + " JOIN orders o ON o.id = r.order_id WHERE r.recipient = ? ORDER BY o.id",
                                recipient.value()),
                        row -> rows.orderFor(row, recipient));
    }

    @Override
    public void update(Tx tx, Order before, Order after) {
        OpenTransaction open = OpenTransaction.of(tx);
        int updated = open.update(Sql.of(
                "UPDATE orders SET status = ?, workflow_state = ?, revision = ?, version = ?, changed_at = ?"
                        + " WHERE id = ? AND version = ?",
                after.status().name(),
                after.workflowState(),
                after.revision(),
                after.version(),
                after.changedAt(),
                before.id().value(),
                before.version()));
        if (updated == 0) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "the order has another version", new IllegalStateException());
        }
        List<Object[]> changed = new ArrayList<>();
        for (OrderLine line : after.lines()) {
            if (!before.lines().contains(line)) {
                changed.add(new Object[] {
                    line.cancelled(), line.shipped(), after.id().value(), line.position()
                });
            }
        }
        open.batch("UPDATE order_line SET cancelled = ?, shipped = ? WHERE order_id = ? AND position = ?", changed);
    }

    @Override
    public void insert(Tx tx, OrderId order, CancellationRow cancellation) {
        Map<String, Integer> quantities = new TreeMap<>();
        cancellation.quantities().forEach((line, quantity) -> quantities.put(line.value(), quantity));
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO order_cancellation (order_id, revision, cancelled_at, quantities, reason)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        order.value(),
                        cancellation.revision(),
                        cancellation.at(),
                        documents.write(quantities),
                        cancellation.reason()));
    }

    @Override
    public List<CancellationRow> cancellations(Tx tx, OrderId order) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT revision, cancelled_at, quantities, reason FROM order_cancellation"
                                        + " WHERE order_id = ? ORDER BY revision",
                                order.value()),
                        row -> new CancellationRow(
                                row.integer("revision"),
                                row.moment("cancelled_at"),
                                quantities(row.text("quantities")),
                                row.text("reason")));
    }

    private Map<LineId, Integer> quantities(String json) {
        Map<LineId, Integer> quantities = new HashMap<>();
        documents
                .read(json, new TypeReference<Map<String, Integer>>() {})
                .forEach((line, quantity) -> quantities.put(new LineId(line), quantity));
        return quantities;
    }

    @Override
    public List<OrderId> cancelled(Tx tx, Collection<OrderId> orders) {
        Set<OrderId> found = new TreeSet<>(Comparator.comparing(OrderId::value));
        List<String> ids = orders.stream().map(OrderId::value).toList();
        for (int from = 0; from < ids.size(); from += STEP) {
            found.addAll(OpenTransaction.of(tx)
                    .list(
                            Sql.of("SELECT order_id FROM order_cancellation WHERE ")
                                    .addIn("order_id", ids.subList(from, Math.min(ids.size(), from + STEP))),
                            row -> new OrderId(row.text("order_id"))));
        }
        return List.copyOf(found);
    }

    @Override
    public List<OrderSummary> find(Tx tx, Filter filter, Search search, Optional<OrderId> before, int limit) {
        boolean byNumber = search.keyword().isPresent() && filter.accounts().isEmpty();
        // A whole number and a recipient are found by their own indexes, which the database chooses itself.
        String index = byNumber || search.recipient().isPresent() ? "" : Filters.index("orders", filter, true);
        Sql sql = Filters.where(Sql.of(OrderRows.SUMMARY + index), filter, before.map(OrderId::value));
        filter.status().ifPresent(status -> sql.add(" AND status = ?", status.name()));
        OrderSearch.where(sql, search, byNumber);
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), OrderRows::summary);
    }

    @Override
    public History ordered(Tx tx, AccountId account, VendorId vendor, CurrencyUnit currency, Instant since) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT COUNT(*) AS placed, COALESCE(SUM(net), 0) AS total FROM orders"
                                        + " WHERE account = ? AND vendor = ? AND currency = ? AND status <> ? AND placed_at >= ?",
                                account.value(),
                                vendor.value(),
                                currency.getCode(),
                                OrderStatus.CANCELLED.name(),
                                since),
                        row -> new History(row.integer("placed"), row.money(currency, "total")))
                .orElseThrow();
    }

    @Override
    public void insert(Tx tx, Shipment shipment) {
        OpenTransaction.of(tx).insert(new ShipmentEntity(shipment, documents));
    }

    @Override
    public Optional<Shipment> shipment(Tx tx, ShipmentId id) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(ShipmentEntity.SELECT + " WHERE id = ?", id.value()),
                        row -> ShipmentEntity.read(row, documents));
    }

    /** The status of the filter is not looked at. */
    @Override
    public List<Shipment> shipments(
            Tx tx, Filter filter, Optional<OrderId> order, Optional<ShipmentId> before, int limit) {
        String index = order.isPresent() ? Filters.indexOfOrder("shipment") : Filters.index("shipment", filter, false);
        Sql sql = Filters.where(Sql.of(ShipmentEntity.SELECT + index), filter, before.map(ShipmentId::value));
        order.ifPresent(id -> sql.add(" AND order_id = ?", id.value()));
        return OpenTransaction.of(tx)
                .list(sql.add(" ORDER BY id DESC").limit(limit), row -> ShipmentEntity.read(row, documents));
    }

    @Override
    public int shipmentCount(Tx tx, OrderId order) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT COUNT(*) AS shipments FROM shipment WHERE order_id = ?", order.value()),
                        row -> row.integer("shipments"))
                .orElse(0);
    }
}
