package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.order.OrderId;
import org.torg.api.order.WorkLists;
import org.torg.api.store.Transactions.Tx;

/** Orders by the states of their vendors' workflows. */
@ProviderType
public interface WorkListStore {

    /** The newest first, at most {@code limit}. */
    List<WorkLists.Item> find(Tx tx, OrderStore.Filter filter, Sought sought, Optional<OrderId> before, int limit);

    /** By vendor, status and state, of at most {@code most} orders of the filter. */
    List<WorkLists.Count> count(Tx tx, OrderStore.Filter filter, int most);

    /**
     * What is looked for among the orders of a filter.
     *
     * @param states one of these; none: any
     * @param text somewhere in number, reference or customer; capitals do not count
     * @param from placed then or later
     * @param until placed before
     */
    record Sought(Set<String> states, Optional<String> text, Optional<Instant> from, Optional<Instant> until) {
        public Sought {
            states = Set.copyOf(states);
        }
    }
}
