package org.torg.kernel.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.order.OrderLine;
import org.torg.api.store.StockStore.Quantity;

/** How much of which article an order takes from, or gives back to, what is on the shelf. */
public final class StockMoves {
    private StockMoves() {}

    /**
     * One for each SKU that is counted at all, in SKU order, so that parallel orders lock rows in the same order.
     *
     * @param moved how many of a line; lines with none are left out
     */
    public static List<Quantity> of(List<OrderLine> lines, ToIntFunction<OrderLine> moved) {
        Map<Sku, Quantity> bySku = new TreeMap<>();
        for (OrderLine line : lines) {
            int quantity = moved.applyAsInt(line);
            if (quantity > 0 && line.stockPolicy() != StockPolicy.UNTRACKED) {
                bySku.merge(
                        line.sku(),
                        new Quantity(line.sku(), quantity, line.stockPolicy() == StockPolicy.BACKORDER),
                        (one, other) -> new Quantity(
                                one.sku(), Math.addExact(one.quantity(), other.quantity()), one.mayGoBelowZero()));
            }
        }
        return List.copyOf(bySku.values());
    }
}
