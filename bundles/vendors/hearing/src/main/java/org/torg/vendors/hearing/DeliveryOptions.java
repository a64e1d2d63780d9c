package org.torg.vendors.hearing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.DeliveryOption.Waiver;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;

/** Small goods: a parcel, free for large orders, or express. */
record DeliveryOptions(String version, Texts texts) implements ShippingModule {

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("hearing.freight", version, Set.of(Phase.FREIGHT), Set.of());
    }

    @Override
    public List<DeliveryOption> options(PricingRequest request) {
        Parameters parameters = request.parameters();
        Money threshold = parameters.amount(HearingParameters.FREE_FROM);
        Waiver free = new Waiver(
                threshold,
                Set.of(ChargeKind.FREIGHT),
                "hearing.free-freight",
                texts.message("hearing.freight.free", Argument.amount(threshold)));
        return List.of(
                option("parcel", parameters.amount(HearingParameters.PARCEL_AMOUNT), 3, Optional.of(free)),
                option("express", parameters.amount(HearingParameters.EXPRESS_AMOUNT), 1, Optional.empty()));
    }

    private DeliveryOption option(String code, Money price, int maxDays, Optional<Waiver> waiver) {
        return new DeliveryOption(
                code,
                texts.message("hearing.delivery." + code),
                price,
                "hearing.freight." + code,
                false,
                1,
                maxDays,
                waiver);
    }
}
