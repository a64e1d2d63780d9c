package org.torg.kernel.privacy;

import java.util.Collection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.order.OrderId;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions.Tx;

/**
 * What people have written about an order after it was placed, sealed under a key of the order. No law wants it kept: it goes as
 * soon as somebody who is named in the order is erased, while the order itself may have to stay.
 */
@Component(service = OrderWords.class)
public final class OrderWords {

    private final Vault vault;
    private final OrderStore orders;

    @Activate
    public OrderWords(@Reference Vault vault, @Reference OrderStore orders) {
        this.vault = vault;
        this.orders = orders;
    }

    public String seal(Tx tx, OrderId order, String words) {
        return vault.seal(tx, owner(order), words);
    }

    /** Empty when they were erased. */
    public Optional<String> open(Tx tx, OrderId order, String sealed) {
        return vault.open(tx, owner(order), sealed);
    }

    /** In a statement for 256 orders, and one for each of which something was written. */
    void erase(Tx tx, Collection<OrderId> about) {
        orders.cancelled(tx, about).forEach(order -> vault.destroy(tx, owner(order)));
    }

    private static String owner(OrderId order) {
        return "order:" + order.value();
    }
}
