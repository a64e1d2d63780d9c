package org.torg.vendors.lighting;

import java.math.BigDecimal;
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
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;

/**
 * Parcel or express; a forwarder, and nothing else, when the order is too big or too heavy for the parcel service (L51).
 * Freight is free for large orders (L49), except by express.
 */
final class DeliveryOptions implements ShippingModule {

    static final String PARCEL = "parcel";
    static final String EXPRESS = "express";
    static final String FORWARDER = "forwarder";

    private final ModuleInfo info;
    private final Texts texts;

    DeliveryOptions(String version, Texts texts) {
        this.info = new ModuleInfo("lighting.freight", version, Set.of(Phase.FREIGHT), Set.of());
        this.texts = texts;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<DeliveryOption> options(PricingRequest request) {
        Parameters parameters = request.parameters();
        Optional<Waiver> freeFreight = Optional.of(freeFreight(parameters));
        if (tooMuchForParcel(request)) {
            return List.of(
                    option(FORWARDER, parameters.amount(LightingParameters.FORWARDER_AMOUNT), true, 3, 8, freeFreight));
        }
        return List.of(
                option(PARCEL, parameters.amount(LightingParameters.PARCEL_AMOUNT), false, 1, 3, freeFreight),
                option(EXPRESS, parameters.amount(LightingParameters.EXPRESS_AMOUNT), false, 1, 1, Optional.empty()));
    }

    /** Judged on the size and weight of the whole order. */
    private static boolean tooMuchForParcel(PricingRequest request) {
        BigDecimal weight = BigDecimal.ZERO;
        for (PricingLine line : request.lines()) {
            if (line.bulky()) {
                return true;
            }
            weight = weight.add(line.weightKg().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return weight.compareTo(request.parameters().number(LightingParameters.PARCEL_MAX_WEIGHT)) > 0;
    }

    private Waiver freeFreight(Parameters parameters) {
        Money threshold = parameters.amount(LightingParameters.FREE_FROM);
        return new Waiver(
                threshold,
                Set.of(ChargeKind.FREIGHT),
                "lighting.free-freight",
                texts.message("lighting.freight.free", Argument.amount(threshold)));
    }

    private DeliveryOption option(
            String code, Money price, boolean phoneRequired, int minDays, int maxDays, Optional<Waiver> waiver) {
        return new DeliveryOption(
                code,
                texts.message("lighting.delivery." + code),
                price,
                "lighting.freight." + code,
                phoneRequired,
                minDays,
                maxDays,
                waiver);
    }
}
