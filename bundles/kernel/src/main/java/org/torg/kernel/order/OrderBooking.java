package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.catalog.Sku;
import org.torg.api.event.Event;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.LineId;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.OrderStore;
import org.torg.api.store.StockStore;
import org.torg.api.store.StockStore.Quantity;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Effect;

/** Stores a drafted order: stock is promised to it, whatever price it has, or nothing happens. */
@Component(service = OrderBooking.class)
public final class OrderBooking {
    private final OrderStore orders;
    private final StockStore stock;
    private final CatalogStore catalog;
    private final OrderRecipients recipients;
    private final TaskOpening tasks;
    private final OrderFiles files;

    @Activate
    public OrderBooking(
            @Reference OrderStore orders,
            @Reference StockStore stock,
            @Reference CatalogStore catalog,
            @Reference OrderRecipients recipients,
            @Reference TaskOpening tasks,
            @Reference OrderFiles files) {
        this.orders = orders;
        this.stock = stock;
        this.catalog = catalog;
        this.recipients = recipients;
        this.tasks = tasks;
        this.files = files;
    }

    /**
     * Promises the stock and inserts the order, in the caller's transaction. It answers without what is sealed of the order.
     *
     * @throws RefusedException {@code stock-insufficient}, with what is left of each article, and when a file has gone meanwhile
     */
    public Effect<Order> book(Tx tx, Order order) {
        List<Quantity> wanted = StockMoves.of(order.lines(), OrderLine::ordered);
        if (!wanted.isEmpty()) {
            List<Sku> missing = stock.reserve(tx, order.vendor(), wanted);
            if (!missing.isEmpty()) {
                throw new RefusedException(insufficient(tx, order, missing));
            }
        }
        OrderRecipients.Parted parted = recipients.part(tx, order);
        orders.insert(tx, parted.order(), parted.sealedAnswers());
        files.book(tx, order);
        tasks.open(tx, order);
        return new Effect<>(
                parted.order(),
                order.id().value(),
                Optional.of(order.account()),
                List.of(new Event.OrderPlaced(
                        order.vendor(),
                        Optional.of(order.account()),
                        order.id(),
                        order.number(),
                        order.price().gross())),
                order.actingFor());
    }

    private Refusal insufficient(Tx tx, Order order, List<Sku> missing) {
        Map<Sku, Integer> left = new TreeMap<>();
        catalog.variants(tx, order.vendor(), missing)
                .forEach(found -> left.put(
                        found.variant().sku(),
                        Math.max(
                                0,
                                found.availability().onHand()
                                        - found.availability().reserved())));
        List<Refusal.Detail> details = new ArrayList<>();
        List<LineId> bought =
                order.lines().stream().map(OrderLine::bought).distinct().toList();
        for (OrderLine line : order.lines()) {
            if (missing.contains(line.sku())) {
                details.add(Refusal.detail(
                        "/lines/" + bought.indexOf(line.bought()) + "/quantity",
                        "stock-insufficient",
                        "Only {0} of {1} are left.",
                        Argument.number(left.getOrDefault(line.sku(), 0)),
                        Argument.text(line.sku().value())));
            }
        }
        return Refusal.of(
                        Refusal.Kind.CONFLICT, "stock-insufficient", "There is not enough of everything on the shelf.")
                .with(details);
    }
}
