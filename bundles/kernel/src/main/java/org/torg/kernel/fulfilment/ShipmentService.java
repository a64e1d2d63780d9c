package org.torg.kernel.fulfilment;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;
import org.torg.api.store.OrderStore;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.StockStore;
import org.torg.api.store.StockStore.Quantity;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.order.Cursor;
import org.torg.kernel.order.OrderChanges;
import org.torg.kernel.order.Quantities;
import org.torg.kernel.order.StockMoves;
import org.torg.kernel.order.Visibility;

/** Registers and shows what has left. */
@Component(service = Shipments.class)
public final class ShipmentService implements Shipments {
    private static final Logger LOG = LoggerFactory.getLogger(ShipmentService.class);

    private final Commands commands;
    private final Transactions transactions;
    private final OrderStore orders;
    private final StockStore stock;
    private final Visibility visibility;
    private final OrderChanges changes;

    @Activate
    public ShipmentService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference OrderStore orders,
            @Reference StockStore stock,
            @Reference Visibility visibility,
            @Reference OrderChanges changes) {
        this.commands = commands;
        this.transactions = transactions;
        this.orders = orders;
        this.stock = stock;
        this.visibility = visibility;
        this.changes = changes;
    }

    @Override
    public Outcome<Shipment> register(
            Caller caller,
            Optional<IdempotencyKey> key,
            OrderId order,
            Optional<Long> expectedVersion,
            RegisterShipment command) {
        return commands.run(
                caller,
                key,
                "register-shipment",
                List.of(
                        order.value(),
                        expectedVersion,
                        Quantities.sorted(command.quantities()),
                        command.shippedOn(),
                        command.parcels()),
                target -> get(caller, new ShipmentId(target)),
                () -> prepare(caller, order, expectedVersion, command).map(change -> tx -> store(tx, change)));
    }

    private Outcome<OrderChanges.Change> prepare(
            Caller caller, OrderId order, Optional<Long> expectedVersion, RegisterShipment command) {
        return changes.decide(
                        caller, Function.SHIPMENT_REGISTER, order, expectedVersion, new OrderCommand.Ship(command))
                .flatMap(change -> ParcelRules.check(command.parcels())
                        .<Outcome<OrderChanges.Change>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(change)));
    }

    private Effect<Shipment> store(Tx tx, OrderChanges.Change change) {
        Shipment shipment = change.accepted().shipment().orElseThrow();
        List<Quantity> leaving = StockMoves.of(change.before().lines(), line -> shipped(shipment, line.id()));
        // Order first: its version settles who was faster before stock is touched.
        orders.update(tx, change.before(), change.accepted().next());
        orders.insert(tx, shipment);
        if (!leaving.isEmpty()) {
            stock.ship(tx, shipment.vendor(), leaving);
        }
        LOG.info(
                "Shipment {} of order {}, which becomes {}",
                shipment.sequence(),
                shipment.orderNumber(),
                change.accepted().next().status());
        return new Effect<>(
                shipment,
                shipment.id().value(),
                Optional.of(shipment.account()),
                change.accepted().events());
    }

    private static int shipped(Shipment shipment, LineId line) {
        return shipment.lines().stream()
                .filter(shipped -> shipped.line().equals(line))
                .mapToInt(Shipment.Line::quantity)
                .sum();
    }

    private Outcome<Shipment> get(Caller caller, ShipmentId id) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, Function.SHIPMENT_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Shipment> found = transactions.read(tx -> orders.shipment(tx, id));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("shipment"));
        }
        Shipment shipment = found.get();
        return visibility
                .require(
                        caller,
                        Function.SHIPMENT_READ,
                        shipment.account(),
                        shipment.location(),
                        shipment.vendor(),
                        "shipment")
                .<Outcome<Shipment>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(shipment));
    }

    @Override
    public Outcome<Page<Shipment>> find(Caller caller, Optional<OrderId> order, PageRequest page) {
        return visibility
                .filter(caller, Function.SHIPMENT_READ, Optional.empty(), Optional.empty(), Optional.empty())
                .flatMap(filter -> Cursor.of(page).map(after -> {
                    List<Shipment> found = filter.isEmpty()
                            ? List.of()
                            : read(filter.get(), order, after.map(ShipmentId::new), page.limit() + 1);
                    return Cursor.page(found, page, shipment -> shipment.id().value());
                }));
    }

    private List<Shipment> read(Filter filter, Optional<OrderId> order, Optional<ShipmentId> before, int limit) {
        return transactions.read(tx -> orders.shipments(tx, filter, order, before, limit));
    }
}
