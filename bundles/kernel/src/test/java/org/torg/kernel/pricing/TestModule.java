package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Group;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.vendor.Parameters;

/** A pricing module that answers what a test tells it. */
record TestModule(ModuleInfo info, BiFunction<Phase, PricingRequest, Contribution> answer) implements PricingModule {

    static TestModule of(String name, Phase phase, Function<PricingRequest, Contribution> answer) {
        return new TestModule(
                new ModuleInfo(name, "1.0.0", Set.of(phase), Set.of()), (asked, request) -> answer.apply(request));
    }

    static TestModule always(String name, Phase phase, Adjustment... adjustments) {
        return of(name, phase, request -> Contribution.of(adjustments));
    }

    TestModule after(String... names) {
        return new TestModule(new ModuleInfo(info.name(), info.version(), info.phases(), Set.of(names)), answer);
    }

    @Override
    public Contribution contribute(Phase phase, PricingRequest request) {
        return answer.apply(phase, request);
    }

    static Adjustment onLine(Phase phase, String line, Value value, Optional<Group> group) {
        return adjustment(phase, new Target.Line(new LineId(line)), Optional.empty(), value, group);
    }

    static Adjustment onOrder(Phase phase, Value value) {
        return adjustment(phase, new Target.Order(), Optional.empty(), value, Optional.empty());
    }

    static Adjustment charge(Phase phase, ChargeKind kind, Money amount) {
        return adjustment(phase, new Target.Order(), Optional.of(kind), new Value.Amount(amount), Optional.empty());
    }

    static Adjustment adjustment(
            Phase phase, Target target, Optional<ChargeKind> charge, Value value, Optional<Group> group) {
        return new Adjustment(
                phase, target, charge, value, "test.rule", Message.of("test", "Test"), Optional.empty(), group);
    }

    /** Tiers of these percentages, named tier-0 and so on. */
    static LoyaltyProgram tiers(String... percents) {
        List<LoyaltyProgram.Tier> tiers = new ArrayList<>();
        for (String percent : percents) {
            String code = "tier-" + tiers.size();
            tiers.add(new LoyaltyProgram.Tier(code, Message.of(code, code), new BigDecimal(percent), "#000000"));
        }
        return new LoyaltyProgram() {
            @Override
            public ModuleInfo info() {
                return new ModuleInfo("test.loyalty", "1.0.0", Set.of(), Set.of());
            }

            @Override
            public List<Tier> tiers(Parameters parameters) {
                return tiers;
            }

            @Override
            public Optional<String> suggest(History history, Parameters parameters) {
                return Optional.empty();
            }
        };
    }
}
