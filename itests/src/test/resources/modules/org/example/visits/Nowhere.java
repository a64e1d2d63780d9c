package org.example.visits;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;

/** Delivers nowhere: lets the bundle be swapped as a module of a vendor. */
@Component
public final class Nowhere implements ShippingModule {

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("nowhere", "1.0.0", Set.of(), Set.of());
    }

    @Override
    public List<DeliveryOption> options(PricingRequest request) {
        return List.of();
    }
}
