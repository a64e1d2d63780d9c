package org.torg.kernel.order;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.NumberStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;

/**
 * Order numbers for people: the vendor's initial and a number. One series serves the whole tenant, so that two vendors
 * with the same initial do not meet. Numbers are taken in blocks, which spares each order the lock on the series; several
 * nodes take blocks of their own, and a restart leaves a gap.
 */
@Component(service = OrderNumbers.class)
public final class OrderNumbers {
    private static final String SERIES = "order";
    private static final long FIRST = 100_001;
    private static final int BLOCK = 200;

    private final Transactions transactions;
    private final NumberStore store;
    private long next;
    private int left;

    @Activate
    public OrderNumbers(@Reference Transactions transactions, @Reference NumberStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** A number that nobody else has. Not to be called inside a transaction: now and then it needs one of its own. */
    public synchronized String next(VendorId vendor) {
        if (left == 0) {
            next = Contention.outlast(() -> transactions.write(tx -> store.take(tx, SERIES, FIRST, BLOCK)));
            left = BLOCK;
        }
        left--;
        return vendor.value().substring(0, 1).toUpperCase(Locale.ROOT) + next++;
    }
}
