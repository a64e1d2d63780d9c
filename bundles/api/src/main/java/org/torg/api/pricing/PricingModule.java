package org.torg.api.pricing;

import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;

/** Answers which adjustments apply to these lines for this buyer. Pure, thread-safe, quick: no I/O, no clock. */
@ConsumerType
@FailsClosed
public interface PricingModule extends ModulePart {

    /** Called once for each phase that {@link ModuleInfo#phases()} names, in the order of the phases. */
    Contribution contribute(Phase phase, PricingRequest request);
}
