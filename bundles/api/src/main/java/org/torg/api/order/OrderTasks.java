package org.torg.api.order;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/** What configured articles bring for staff to do. All need {@code ORDER_AMEND} for the vendor; a foreign task answers as an unknown one. */
@ProviderType
public interface OrderTasks {

    /** The newest first. */
    Outcome<Page<OrderTask>> find(Caller caller, TaskQuery query);

    /** It is done. Refused with {@code task-done} when it was done before. */
    Outcome<OrderTask> done(
            Caller caller, Optional<IdempotencyKey> key, OrderTaskId id, Optional<Long> expectedVersion);

    record TaskQuery(
            Optional<VendorId> vendor, Optional<OrderTask.State> state, Optional<OrderId> order, PageRequest page) {}
}
