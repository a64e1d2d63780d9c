package org.torg.api.pricing;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;

/** Answers which delivery options a consignment has, and at what price. Pure, thread-safe, quick: no I/O, no clock. */
@ConsumerType
@FailsClosed
public interface ShippingModule extends ModulePart {

    /** Its phases are not looked at: it is asked once, after CHARGE. */
    @Override
    ModuleInfo info();

    /** The best first; the first is taken when the buyer chose none. The request's destination is present. */
    List<DeliveryOption> options(PricingRequest request);
}
