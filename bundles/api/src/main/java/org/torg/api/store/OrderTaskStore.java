package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.UserId;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** What staff have to do about orders. */
@ProviderType
public interface OrderTaskStore {

    /** All in one statement. */
    void insert(Tx tx, List<OrderTask> tasks);

    Optional<OrderTask> task(Tx tx, OrderTaskId id);

    /** The newest first, at most {@code limit}. */
    List<OrderTask> find(Tx tx, Filter filter, Optional<OrderTaskId> before, int limit);

    /**
     * Marks it as done if it is open.
     *
     * @return whether it was
     */
    boolean done(Tx tx, OrderTaskId id, UserId by, Instant at);

    /** @param vendors only these; empty optional: all */
    record Filter(Optional<List<VendorId>> vendors, Optional<OrderTask.State> state, Optional<OrderId> order) {}
}
