package org.torg.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.cart.CartRule;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;

/**
 * A vendor with all modules that joined it. Everything that never changes was asked, and holds; what is still to be called
 * stands in the parts, unguarded.
 *
 * @param vendor for its terms, its snapshot policy and its account policy
 * @param accounts the account policy under the initial values of the parameters
 * @param parameters of the vendor, then of the parts; each key once
 * @param pricing in the order in which they are asked
 * @param shipping in the order in which they are asked
 * @param texts of the vendor, and those of the parts in the vendor's languages
 */
public record Composed(
        Part<Vendor> vendor,
        AccountPolicy accounts,
        VendorDescriptor descriptor,
        List<ParameterDefinition> parameters,
        List<Part<PricingModule>> pricing,
        List<Part<ShippingModule>> shipping,
        Optional<Part<LoyaltyProgram>> loyalty,
        List<Part<CartRule>> cartRules,
        Workflow workflow,
        Information information,
        Texts texts) {

    public Composed {
        parameters = List.copyOf(parameters);
        pricing = List.copyOf(pricing);
        shipping = List.copyOf(shipping);
        cartRules = List.copyOf(cartRules);
    }

    /** The parameters at their initial values. */
    public Parameters initial() {
        Map<String, String> values = new HashMap<>();
        parameters.forEach(definition -> values.put(definition.key(), definition.initial()));
        return new Parameters(descriptor.currency(), values);
    }
}
