package org.torg.api.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.catalog.Sku;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** What is on the shelf and what is promised. Every change is a conditional update, in SKU order, as one batch. */
@ProviderType
public interface StockStore {

    /**
     * Promises goods to an order.
     *
     * @return the SKUs of which there was not enough; the caller then rolls back
     */
    List<Sku> reserve(Tx tx, VendorId vendor, List<Quantity> quantities);

    /** Takes back promises. */
    void release(Tx tx, VendorId vendor, List<Quantity> quantities);

    /** Promised goods leave: both figures fall. */
    void ship(Tx tx, VendorId vendor, List<Quantity> quantities);

    /**
     * Sets what is on the shelf; promises stay. Articles of which it says nothing new stay unlocked, and unknown ones
     * unknown.
     */
    void count(Tx tx, VendorId vendor, List<Counted> counted);

    record Counted(Sku sku, int onHand) {}

    /** @param mayGoBelowZero whether more may be promised than there is */
    record Quantity(Sku sku, int quantity, boolean mayGoBelowZero) {}
}
