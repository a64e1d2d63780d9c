package org.torg.vendors.lighting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;

/** Three steps, silver, gold and platinum (L07); everybody starts as silver (L08); a person decides on more (L10). */
final class LoyaltyTiers implements LoyaltyProgram {

    private final ModuleInfo info;
    private final Texts texts;

    LoyaltyTiers(String version, Texts texts) {
        this.info = new ModuleInfo("lighting.loyalty", version, Set.of(Phase.LOYALTY), Set.of());
        this.texts = texts;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<Tier> tiers(Parameters parameters) {
        return List.of(
                tier("silver", parameters, LightingParameters.SILVER_PERCENT, "#71797e"),
                tier("gold", parameters, LightingParameters.GOLD_PERCENT, "#9a7400"),
                tier("platinum", parameters, LightingParameters.PLATINUM_PERCENT, "#3d5a73"));
    }

    private Tier tier(String code, Parameters parameters, String percent, String colour) {
        return new Tier(code, texts.message("lighting.tier." + code), parameters.percent(percent), colour);
    }

    /** By how often and how much was ordered; both must be reached. */
    @Override
    public Optional<String> suggest(History history, Parameters parameters) {
        if (reaches(history, parameters, LightingParameters.PLATINUM_ORDERS, LightingParameters.PLATINUM_NET)) {
            return Optional.of("platinum");
        }
        return Optional.of(
                reaches(history, parameters, LightingParameters.GOLD_ORDERS, LightingParameters.GOLD_NET)
                        ? "gold"
                        : "silver");
    }

    private static boolean reaches(History history, Parameters parameters, String orders, String net) {
        return history.orders() >= parameters.integer(orders) && !history.net().isLessThan(parameters.amount(net));
    }
}
