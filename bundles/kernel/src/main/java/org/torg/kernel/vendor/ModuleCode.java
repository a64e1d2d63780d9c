package org.torg.kernel.vendor;

import java.util.List;
import java.util.Optional;
import org.torg.api.module.ModuleSet;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Vendor;

/** What a running bundle has contributed: vendor code as it is, before any guard. Valid as long as the bundle is held. */
public record ModuleCode(
        ModuleSet.Module module, Optional<Vendor> vendor, List<PricingModule> pricing, List<ShippingModule> shipping) {

    public ModuleCode {
        pricing = List.copyOf(pricing);
        shipping = List.copyOf(shipping);
    }
}
