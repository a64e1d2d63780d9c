package org.torg.persistence.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.torg.api.catalog.Sku;
import org.torg.api.store.StockStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;

/**
 * Each method is one batch, {@code count} one for every {@value #PART} articles. Rows are locked in the order of SKUs, so that two orders never wait for each other.
 */
@Component(service = StockStore.class)
public final class JdbcStockStore implements StockStore {

    private static final int PART = 1000;

    private static final String RESERVE = "UPDATE stock SET reserved = reserved + ? WHERE vendor = ? AND sku = ?";

    @Override
    public List<Sku> reserve(Tx tx, VendorId vendor, List<Quantity> quantities) {
        List<Quantity> sorted = sorted(quantities);
        // What may go below zero asks for a free quantity that is always there.
        int[] changed = batch(tx, RESERVE + " AND on_hand - reserved >= ?", sorted, quantity -> new Object[] {
            quantity.quantity(),
            vendor.value(),
            quantity.sku().value(),
            quantity.mayGoBelowZero() ? Integer.MIN_VALUE : quantity.quantity()
        });
        List<Sku> missing = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                missing.add(sorted.get(i).sku());
            }
        }
        return missing.stream().distinct().toList();
    }

    @Override
    public void release(Tx tx, VendorId vendor, List<Quantity> quantities) {
        batch(tx, RESERVE, sorted(quantities), quantity -> new Object[] {
            -quantity.quantity(), vendor.value(), quantity.sku().value()
        });
    }

    @Override
    public void ship(Tx tx, VendorId vendor, List<Quantity> quantities) {
        batch(
                tx,
                "UPDATE stock SET reserved = reserved - ?, on_hand = on_hand - ? WHERE vendor = ? AND sku = ?",
                sorted(quantities),
                quantity -> new Object[] {
                    quantity.quantity(),
                    quantity.quantity(),
                    vendor.value(),
                    quantity.sku().value()
                });
    }

    @Override
    public void count(Tx tx, VendorId vendor, List<Counted> counted) {
        List<Counted> sorted =
                counted.stream().sorted(Comparator.comparing(Counted::sku)).toList();
        for (int from = 0; from < sorted.size(); from += PART) {
            // A row that says nothing new stays unlocked: orders wait for it.
            OpenTransaction.of(tx)
                    .batch(
                            "UPDATE stock SET on_hand = ? WHERE vendor = ? AND sku = ? AND on_hand <> ?",
                            sorted.subList(from, Math.min(from + PART, sorted.size())).stream()
                                    .map(one -> new Object[] {
                                        one.onHand(), vendor.value(), one.sku().value(), one.onHand()
                                    })
                                    .toList());
        }
    }

    private static List<Quantity> sorted(List<Quantity> quantities) {
        return quantities.stream().sorted(Comparator.comparing(Quantity::sku)).toList();
    }

    private static int[] batch(Tx tx, String sql, List<Quantity> sorted, Function<Quantity, Object[]> parameters) {
        return OpenTransaction.of(tx).batch(sql, sorted.stream().map(parameters).toList());
    }
}
