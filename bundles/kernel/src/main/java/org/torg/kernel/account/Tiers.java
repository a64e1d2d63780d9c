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
import org.torg.api.Refusal;
import org.torg.api.account.Agreement;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.vendor.Vendor;
import org.torg.kernel.vendor.ParameterValues;
import org.torg.kernel.vendor.VendorRegistry;

/** Whether a vendor has the tier that staff want to give (L10). */
@Component(service = Tiers.class)
public final class Tiers {

    private static final Pattern GROUP = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final VendorRegistry vendors;
    private final ParameterValues parameters;
    private final Clock clock;

    @Activate
    public Tiers(@Reference VendorRegistry vendors, @Reference ParameterValues parameters, @Reference Clock clock) {
        this.vendors = vendors;
        this.parameters = parameters;
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
        return agreement
                .tier()
                .filter(tier -> !codes(vendor.get()).contains(tier))
                .map(tier -> Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "tier-unknown",
                        "The vendor has no tier {0}.",
                        Argument.text(tier)));
    }

    private List<String> codes(Vendor vendor) {
        Optional<LoyaltyProgram> programme = vendor.loyalty();
        if (programme.isEmpty()) {
            return List.of();
        }
        LocalDate today = clock.today(vendor.descriptor().seller().zone());
        return programme
                .get()
                .tiers(parameters.at(vendor.descriptor().id(), today).parameters())
                .stream()
                .map(Tier::code)
                .toList();
    }
}
