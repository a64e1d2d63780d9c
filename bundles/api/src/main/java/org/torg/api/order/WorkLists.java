package org.torg.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/**
 * Orders as those see them who work on them: by the states of their vendor's workflow (D25-D27, H42). Needs {@code ORDER_READ};
 * everybody is shown what {@link Orders#find} would show them.
 */
@ProviderType
public interface WorkLists {

    /** Of so many of the newest orders of each status at most the states and texts are looked at. */
    int DEPTH = 10_000;

    /** So many orders of each vendor and status are counted at most. */
    int MOST = 1_000;

    /** The newest first. Refused with {@code cursor-invalid}. */
    Outcome<Page<Item>> find(Caller caller, Query query);

    /** How many orders are open, by vendor and state; at a vendor where nothing is open there is no count. */
    Outcome<List<Count>> open(Caller caller, Optional<VendorId> vendor);

    /**
     * @param statuses one of these; none: any
     * @param states codes of the vendor's states, one of these; none: any
     * @param text in the number of the order, its purchase order reference, the customer's name or number; capitals do not count
     * @param from placed then or later
     * @param until placed before
     */
    record Query(
            Optional<VendorId> vendor,
            Set<OrderStatus> statuses,
            Set<String> states,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> until,
            PageRequest page) {
        public Query {
            statuses = Set.copyOf(statuses);
            states = Set.copyOf(states);
        }

        /** Whenever they were placed. */
        public Query(
                Optional<VendorId> vendor,
                Set<OrderStatus> statuses,
                Set<String> states,
                Optional<String> text,
                PageRequest page) {
            this(vendor, statuses, states, text, Optional.empty(), Optional.empty(), page);
        }
    }

    /**
     * @param customer name of the account as it is today
     * @param state code of the vendor's state
     * @param changedAt when something was last done with it
     */
    record Item(OrderSummary order, String customer, String customerNumber, String state, Instant changedAt) {}

    /** @param orders {@link #MOST} stands for that many or more */
    record Count(VendorId vendor, OrderStatus status, String state, int orders) {}
}
