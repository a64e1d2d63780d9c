package org.torg.kernel.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.Orders;
import org.torg.api.order.PlaceOrder;
import org.torg.api.store.OrderStore;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.OrderStore.Search;
import org.torg.api.store.StockStore;
import org.torg.api.store.StockStore.Quantity;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;

/** Places, shows and amends orders. */
@Component(service = Orders.class)
public final class OrderService implements Orders {
    private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

    private final Commands commands;
    private final Transactions transactions;
    private final OrderStore orders;
    private final StockStore stock;
    private final Visibility visibility;
    private final OrderPlacement placement;
    private final OrderBooking booking;
    private final OrderChanges changes;
    private final CancellationReasons reasons;
    private final OrderRecipients recipients;
    private final Contents contents;
    private final OrderFiles files;

    @Activate
    public OrderService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference OrderStore orders,
            @Reference StockStore stock,
            @Reference Visibility visibility,
            @Reference OrderPlacement placement,
            @Reference OrderBooking booking,
            @Reference OrderChanges changes,
            @Reference CancellationReasons reasons,
            @Reference OrderRecipients recipients,
            @Reference Contents contents,
            @Reference OrderFiles files) {
        this.commands = commands;
        this.transactions = transactions;
        this.orders = orders;
        this.stock = stock;
        this.visibility = visibility;
        this.placement = placement;
        this.booking = booking;
        this.changes = changes;
        this.reasons = reasons;
        this.recipients = recipients;
        this.contents = contents;
        this.files = files;
    }

    @Override
    public Outcome<Order> place(Caller caller, Optional<IdempotencyKey> key, PlaceOrder command) {
        Outcome<Order> placed = commands.run(
                caller, key, "place-order", command, target -> get(caller, new OrderId(target)), () -> placement
                        .draft(caller, command)
                        .map(order -> tx -> booking.book(tx, order)));
        return placed.map(order -> {
            LOG.info("Order {} is {}", order.number(), order.status());
            return order;
        });
    }

    @Override
    public Outcome<Order> get(Caller caller, OrderId id) {
        return visible(caller, id).map(order -> recipients.shown(caller, order));
    }

    @Override
    public Outcome<VendorId> vendor(Caller caller, OrderId id) {
        return visible(caller, id).map(Order::vendor);
    }

    @Override
    public Outcome<List<ConfigurationModel>> models(Caller caller, OrderId id) {
        return visible(caller, id).map(this::models);
    }

    private List<ConfigurationModel> models(Order order) {
        return order.details().stream()
                .flatMap(detail -> detail.configuration().stream())
                .map(Configuration::model)
                .distinct()
                .map(hash -> transactions.read(tx -> contents.model(tx, hash)))
                .toList();
    }

    @Override
    public Outcome<Terms> terms(Caller caller, OrderId id) {
        return visible(caller, id).map(this::terms);
    }

    private Terms terms(Order order) {
        return transactions.read(tx -> contents.terms(tx, order.termsHash())).terms();
    }

    @Override
    public Outcome<List<LineFile>> files(Caller caller, OrderId id) {
        return visible(caller, id).map(order -> files.of(caller, order));
    }

    private Outcome<Order> visible(Caller caller, OrderId id) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, Function.ORDER_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Order> found = transactions.read(tx -> orders.order(tx, id));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("order"));
        }
        Order order = found.get();
        return visibility
                .require(caller, Function.ORDER_READ, order.account(), order.location(), order.vendor(), "order")
                .<Outcome<Order>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(order));
    }

    @Override
    public Outcome<List<Cancellation>> cancellations(Caller caller, OrderId id) {
        return visible(caller, id).map(this::cancellations);
    }

    private List<Cancellation> cancellations(Order order) {
        return transactions.read(tx -> reasons.of(tx, order.id()));
    }

    @Override
    public Outcome<Dossier> dossier(Caller caller, OrderId id) {
        return get(caller, id).map(order -> new Dossier(order, models(order), cancellations(order), terms(order)));
    }

    @Override
    public Outcome<Page<OrderSummary>> find(Caller caller, OrderQuery query) {
        return visibility
                .filter(caller, Function.ORDER_READ, query.vendor(), query.account(), query.status())
                .flatMap(filter ->
                        Cursor.of(query.page()).flatMap(after -> page(caller, query, filter, after.map(OrderId::new))));
    }

    private Outcome<Page<OrderSummary>> page(
            Caller caller, OrderQuery query, Optional<Filter> filter, Optional<OrderId> before) {
        Optional<Refusal> denied = query.recipient().flatMap(recipient -> recipients.objection(caller, recipient));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        List<OrderSummary> found = query.recipient()
                .map(recipient -> transactions.write(tx -> {
                    List<OrderSummary> theirs = found(tx, query, filter, before);
                    recipients.looked(tx, caller, recipient, theirs);
                    return theirs;
                }))
                .orElseGet(() -> transactions.read(tx -> found(tx, query, filter, before)));
        return Outcome.done(
                Cursor.page(found, query.page(), summary -> summary.id().value()));
    }

    private List<OrderSummary> found(Tx tx, OrderQuery query, Optional<Filter> filter, Optional<OrderId> before) {
        return filter.map(mine -> orders.find(
                        tx, mine, search(query), before, query.page().limit() + 1))
                .orElse(List.of());
    }

    private static Search search(OrderQuery query) {
        return new Search(
                query.from(),
                query.until(),
                query.person(),
                query.keyword().map(String::strip).filter(word -> !word.isEmpty()),
                query.recipient());
    }

    @Override
    public Outcome<Order> cancel(
            Caller caller,
            Optional<IdempotencyKey> key,
            OrderId id,
            Optional<Long> expectedVersion,
            OrderCommand.CancelLines command) {
        Outcome<Order> cancelled = commands.run(
                caller,
                key,
                "cancel-order-lines",
                List.of(id.value(), expectedVersion, Quantities.sorted(command.quantities()), command.reason()),
                target -> get(caller, new OrderId(target)),
                () -> changes.decide(caller, Function.ORDER_AMEND, id, expectedVersion, command)
                        .map(change -> tx -> {
                            Order before = change.before();
                            Order next = change.accepted().next();
                            Map<?, Integer> quantities = command.quantities();
                            List<Quantity> released =
                                    StockMoves.of(before.lines(), line -> quantities.getOrDefault(line.id(), 0));
                            // Order first: its version settles who was faster before stock is touched.
                            orders.update(tx, before, next);
                            reasons.keep(tx, next, command);
                            if (!released.isEmpty()) {
                                stock.release(tx, before.vendor(), released);
                            }
                            return new Effect<>(
                                    next,
                                    next.id().value(),
                                    Optional.of(next.account()),
                                    change.accepted().events());
                        }));
        return cancelled.map(order -> {
            LOG.info("Order {} is {} after a cancellation", order.number(), order.status());
            return order;
        });
    }

    @Override
    public Outcome<Order> move(
            Caller caller, Optional<IdempotencyKey> key, OrderId id, Optional<Long> expectedVersion, String state) {
        Outcome<Order> moved = commands.run(
                caller,
                key,
                "move-order",
                List.of(id.value(), expectedVersion, state),
                target -> get(caller, new OrderId(target)),
                () -> changes.decide(caller, Function.ORDER_AMEND, id, expectedVersion, new OrderCommand.MoveTo(state))
                        .map(change -> tx -> {
                            Order next = change.accepted().next();
                            orders.update(tx, change.before(), next);
                            return new Effect<>(
                                    next,
                                    next.id().value(),
                                    Optional.of(next.account()),
                                    change.accepted().events());
                        }));
        return moved.map(order -> {
            LOG.info("Order {} is moved to {}", order.number(), order.workflowState());
            return order;
        });
    }
}
