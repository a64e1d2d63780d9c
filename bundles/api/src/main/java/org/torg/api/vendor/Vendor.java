package org.torg.api.vendor;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;

/**
 * The table of contents of a vendor's bundle: everything it contributes. Vendor code is pure: same input, same output,
 * no I/O, no clock. Each method answers the same for the life of the bundle.
 */
@ConsumerType
@FailsClosed
public interface Vendor {

    VendorDescriptor descriptor();

    /** The numbers that staff may edit, with their defaults. */
    List<ParameterDefinition> parameters();

    List<PricingModule> pricing();

    List<ShippingModule> shipping();

    Optional<LoyaltyProgram> loyalty();

    List<CartRule> cartRules();

    Workflow workflow();

    /** The terms of an order that is placed under these parameters. */
    Terms terms(Parameters parameters);

    Texts texts();
}
