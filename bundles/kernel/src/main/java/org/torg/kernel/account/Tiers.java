package org.torg.kernel.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Agreement;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.VendorRegistry;

/** Whether a vendor has the tier that staff want to give (L10). */
@Component(service = Tiers.class)
public final class Tiers {

    private static final Pattern GROUP = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final VendorRegistry vendors;
    private final Generations generations;
    private final Clock clock;

    @Activate
    public Tiers(@Reference VendorRegistry vendors, @Reference Generations generations, @Reference Clock clock) {
        this.vendors = vendors;
        this.generations = generations;
        this.clock = clock;
    }

    /** Why this cannot be agreed; empty when it can. */
    Optional<Refusal> objection(Agreement agreement) {
        Optional<Vendor> vendor = vendors.find(agreement.vendor());
        if (vendor.isEmpty()) {
            return Optional.of(Refusal.notFound("vendor"));
        }
        for (String group : agreement.groups()) {
            if (!GROUP.matcher(group).matches()) {
                return Optional.of(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "group-invalid",
                        "A price group is written in small letters, digits and hyphens."));
            }
        }
        Optional<String> tier = agreement.tier();
        return tier.isEmpty()
                ? Optional.empty()
                : generations.using(Optional.of(agreement.vendor()), generation -> known(generation, tier.get()))
                                instanceof Outcome.Refused<Tier> refused
                        ? Optional.of(refused.refusal())
                        : Optional.empty();
    }

    private Outcome<Tier> known(Generation generation, String code) {
        LocalDate today = clock.today(generation.vendor().descriptor().seller().zone());
        List<Tier> tiers;
        try {
            tiers = generation.vendor().loyalty().stream()
                    .flatMap(programme ->
                            programme.tiers(generation.parameters(today).parameters()).stream())
                    .toList();
        } catch (VendorFailure e) {
            return Outcome.refused(VendorRegistry.failed());
        }
        return tiers.stream()
                .filter(tier -> tier.code().equals(code))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "tier-unknown",
                        "The vendor has no tier {0}.",
                        Argument.text(code))));
    }
}
