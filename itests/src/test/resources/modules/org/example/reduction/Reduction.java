package org.example.reduction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.pricing.*;
import org.torg.api.vendor.Texts;

@Component(service = PricingModule.class)
public final class Reduction implements PricingModule {
    private static final String ENGLISH = "{0} off, as long as it lasts";
    private final ModuleInfo info;
    private final BigDecimal percent;

    @Activate
    public Reduction(BundleContext context) {
        var version = context.getBundle().getVersion();
        info = new ModuleInfo("reduction", version.toString(), Set.of(Phase.CAMPAIGN), Set.of());
        percent = BigDecimal.valueOf(10L * version.getMajor());
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public Contribution contribute(Phase phase, PricingRequest request) {
        Message why = Message.of("reduction.line", ENGLISH, Argument.percent(percent));
        return new Contribution(
                request.lines().stream()
                        .map(line -> Adjustment.lineDiscount(
                                Phase.CAMPAIGN, line.id(), percent, "reduction.line", why))
                        .toList(),
                List.of());
    }

    @Override
    public Texts texts() {
        return new Texts(Map.of(
                "en", Map.of("reduction.line", ENGLISH),
                "nb", Map.of("reduction.line", "{0} avslag så lenge det varer"),
                "sv", Map.of("reduction.line", "{0} rabatt så länge det räcker"),
                "da", Map.of("reduction.line", "{0} rabat, så længe det varer"),
                "fi", Map.of("reduction.line", "alennus {0} niin kauan kuin sitä riittää")));
    }
}
