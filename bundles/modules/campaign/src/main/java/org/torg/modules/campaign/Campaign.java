package org.torg.modules.campaign;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Argument;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Group;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.Contribution.Rejected;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;

/**
 * So many per cent off every line of enough pieces, from a first day to a last one. Where several campaigns apply to a line
 * the best of them counts.
 */
@Component(service = PricingModule.class)
public final class Campaign implements PricingModule {

    static final String PERCENT = "campaign.percent";
    static final String PIECES = "campaign.pieces";
    static final String FIRST_DAY = "campaign.first-day";
    static final String LAST_DAY = "campaign.last-day";
    static final String RULE = "campaign.discount";

    private static final Optional<Group> CAMPAIGNS = Optional.of(new Group("campaign", Combine.BEST));
    private static final int LATEST_DAY = 99991231;

    private final ModuleInfo info;
    private final Texts texts = Texts.load(Campaign.class, List.of("nb", "sv", "da", "fi", "en"));
    private final List<ParameterDefinition> parameters = List.of(
            define(PERCENT, Type.PERCENT, "10", 0, 100),
            define(PIECES, Type.INTEGER, "1", 1, 100_000),
            define(FIRST_DAY, Type.INTEGER, "0", 0, LATEST_DAY),
            define(LAST_DAY, Type.INTEGER, "0", 0, LATEST_DAY));

    @Activate
    public Campaign(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    /** @param version of the bundle, without a container */
    Campaign(String version) {
        info = new ModuleInfo("campaign", version, Set.of(Phase.CAMPAIGN), Set.of());
    }

    private ParameterDefinition define(String key, Type type, String initial, long minimum, long maximum) {
        return new ParameterDefinition(
                key,
                type,
                initial,
                Optional.of(BigDecimal.valueOf(minimum)),
                Optional.of(BigDecimal.valueOf(maximum)),
                texts.message(key));
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return parameters;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Contribution contribute(Phase phase, PricingRequest request) {
        Parameters values = request.parameters();
        BigDecimal percent = values.percent(PERCENT);
        if (percent.signum() == 0) {
            return Contribution.NONE;
        }
        Optional<LocalDate> begins = day(values, FIRST_DAY).filter(request.date()::isBefore);
        if (begins.isPresent()) {
            return notNow("campaign.begins", begins.get());
        }
        Optional<LocalDate> ended = day(values, LAST_DAY).filter(request.date()::isAfter);
        if (ended.isPresent()) {
            return notNow("campaign.ended", ended.get());
        }
        List<Adjustment> adjustments = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int pieces = values.integer(PIECES);
        for (PricingLine line : request.lines()) {
            if (line.quantity() >= pieces) {
                adjustments.add(discount(line, percent));
            } else {
                rejected.add(new Rejected(
                        Optional.of(line.id()), RULE, texts.message("campaign.too-few", Argument.number(pieces))));
            }
        }
        return new Contribution(adjustments, rejected);
    }

    private Adjustment discount(PricingLine line, BigDecimal percent) {
        return new Adjustment(
                Phase.CAMPAIGN,
                new Target.Line(line.id()),
                Optional.empty(),
                new Value.Rate(percent.negate(), Base.RUNNING),
                RULE,
                texts.message(RULE, Argument.percent(percent)),
                Optional.empty(),
                CAMPAIGNS);
    }

    private Contribution notNow(String why, LocalDate day) {
        return new Contribution(
                List.of(), List.of(new Rejected(Optional.empty(), RULE, texts.message(why, Argument.date(day)))));
    }

    /** From a number such as 20261127; what is no day, such as 0, sets no limit. */
    private static Optional<LocalDate> day(Parameters values, String key) {
        int number = values.integer(key);
        try {
            return Optional.of(LocalDate.of(number / 10_000, number / 100 % 100, number % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
