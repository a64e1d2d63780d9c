package org.torg.api.fulfilment;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.order.OrderId;

/** Shipments. The invoice of each follows by itself, told by its event. */
@ProviderType
public interface Shipments {

    /**
     * Registers that goods have left. Needs {@code SHIPMENT_REGISTER} for the vendor. Refused with {@code line-unknown},
     * {@code quantity-not-open}, {@code nothing-open}, {@code date-future}, {@code version-changed}.
     */
    Outcome<Shipment> register(
            Caller caller,
            Optional<IdempotencyKey> key,
            OrderId order,
            Optional<Long> expectedVersion,
            RegisterShipment command);

    /**
     * The newest first.
     *
     * @param order of this order only, when given
     */
    Outcome<Page<Shipment>> find(Caller caller, Optional<OrderId> order, PageRequest page);
}
