package org.torg.vendors.dental;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Texts;

/** Everything goes by courier, at one price; a bag for the next impressions comes back with it (D35). */
record ClinicCourier(String version, Texts texts) implements ShippingModule {

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("dental.freight", version, Set.of(Phase.FREIGHT), Set.of());
    }

    @Override
    public List<DeliveryOption> options(PricingRequest request) {
        return List.of(new DeliveryOption(
                "courier",
                texts.message("dental.delivery.courier"),
                request.parameters().amount(DentalParameters.COURIER_AMOUNT),
                "dental.freight.courier",
                false,
                1,
                3,
                Optional.empty()));
    }
}
