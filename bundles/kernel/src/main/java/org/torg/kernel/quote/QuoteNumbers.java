package org.torg.kernel.quote;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.NumberStore;
import org.torg.api.store.Transactions.Tx;

/** Quote numbers for people: {@code Q} and a number, one series for the tenant. */
@Component(service = QuoteNumbers.class)
public final class QuoteNumbers {

    private static final String SERIES = "quote";
    private static final long FIRST = 10_001;

    private final NumberStore store;

    @Activate
    public QuoteNumbers(@Reference NumberStore store) {
        this.store = store;
    }

    /** In the transaction that uses it: quotes are few, and the series stays unbroken. */
    String next(Tx tx) {
        return "Q" + store.take(tx, SERIES, FIRST, 1);
    }
}
