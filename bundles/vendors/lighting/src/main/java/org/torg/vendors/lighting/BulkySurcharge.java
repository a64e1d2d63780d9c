package org.torg.vendors.lighting;

import java.util.Optional;
import java.util.Set;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.Texts;

/**
 * Bulky goods cost a surcharge: once per order with at least one bulky article, however many (L46), reckoned apart from
 * freight (L45) and due even where freight is free (L47).
 */
final class BulkySurcharge implements PricingModule {

    static final String RULE = "lighting.bulky";

    private final ModuleInfo info;
    private final Texts texts;

    BulkySurcharge(String version, Texts texts) {
        this.info = new ModuleInfo("lighting.surcharges", version, Set.of(Phase.CHARGE), Set.of());
        this.texts = texts;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public Contribution contribute(Phase phase, PricingRequest request) {
        Optional<LineId> bulky = request.lines().stream()
                .filter(PricingLine::bulky)
                .map(PricingLine::id)
                .findFirst();
        if (bulky.isEmpty()) {
            return Contribution.NONE;
        }
        return Contribution.of(Adjustment.charge(
                Phase.CHARGE,
                ChargeKind.SURCHARGE,
                request.parameters().amount(LightingParameters.BULKY_AMOUNT),
                RULE,
                texts.message("lighting.surcharge.bulky")));
    }
}
