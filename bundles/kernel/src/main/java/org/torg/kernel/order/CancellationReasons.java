package org.torg.kernel.order;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.store.OrderStore;
import org.torg.api.store.OrderStore.CancellationRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.privacy.OrderWords;

/** Why parts of orders were cancelled, as people have written it: sealed under a key of the order. */
@Component(service = CancellationReasons.class)
public final class CancellationReasons {

    private final OrderStore orders;
    private final OrderWords words;

    @Activate
    public CancellationReasons(@Reference OrderStore orders, @Reference OrderWords words) {
        this.orders = orders;
        this.words = words;
    }

    /** @param next the order after the cancellation */
    void keep(Tx tx, Order next, OrderCommand.CancelLines command) {
        orders.insert(
                tx,
                next.id(),
                new CancellationRow(
                        next.revision(),
                        next.changedAt(),
                        command.quantities(),
                        words.seal(tx, next.id(), command.reason())));
    }

    List<Cancellation> of(Tx tx, OrderId order) {
        return orders.cancellations(tx, order).stream()
                .map(row -> new Cancellation(
                        row.revision(), row.at(), row.quantities(), words.open(tx, order, row.reason())))
                .toList();
    }
}
