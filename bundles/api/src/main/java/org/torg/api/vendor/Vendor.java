package org.torg.api.vendor;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;
import org.torg.api.cart.CartRule;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;

/**
 * The table of contents of a vendor's bundle: everything it contributes. Vendor code is pure: same input, same output,
 * no I/O, no clock. Each method answers the same for the life of the bundle.
 *
 * <p>The bundle registers one service of this type, and says whose it is in its manifest by a capability: {@link #NAMESPACE}
 * with an attribute of the same name that holds the vendor's id. Other bundles may add modules to the vendor: they register
 * services of the types {@link PricingModule} and {@link ShippingModule}.
 */
@ConsumerType
@FailsClosed
public interface Vendor {

    /** Of the capability in the manifest of a vendor's bundle. */
    String NAMESPACE = "org.torg.vendor";

    VendorDescriptor descriptor();

    /** The numbers that staff may edit, with their defaults. */
    default List<ParameterDefinition> parameters() {
        return List.of();
    }

    default List<PricingModule> pricing() {
        return List.of();
    }

    default List<ShippingModule> shipping() {
        return List.of();
    }

    default Optional<LoyaltyProgram> loyalty() {
        return Optional.empty();
    }

    default List<CartRule> cartRules() {
        return List.of();
    }

    /** How its articles are configured, each product at most once. */
    default List<ConfigurationModel> configurations(Parameters parameters) {
        return List.of();
    }

    /** What it tells its customers: help, deliveries, payment, contacts. */
    default Information information() {
        return Information.NONE;
    }

    Workflow workflow();

    /** The terms of an order that is placed under these parameters. */
    Terms terms(Parameters parameters);

    Texts texts();

    /** How customers come, and what they may change of themselves. */
    default AccountPolicy accounts(Parameters parameters) {
        return AccountPolicy.DEFAULT;
    }

    /** What it promises to who asks for a quote. */
    default QuotePolicy quotes(Parameters parameters) {
        return QuotePolicy.DEFAULT;
    }

    /** What a price that was shown is worth after a change under which it would be another. */
    default SnapshotPolicy snapshots(Parameters parameters) {
        return SnapshotPolicy.HONOUR;
    }
}
