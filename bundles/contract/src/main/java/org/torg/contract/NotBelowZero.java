package org.torg.contract;

import static org.torg.contract.Probe.Rejection.unless;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.ChargeKind;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingLine;

/**
 * Follows one contribution from the list amounts on, exactly and without rounding: the kernel would cut what falls below
 * zero, and the trace would show the buyer a discount that was not given. In a group of which one counts, each is followed
 * alone. What is taken from freight is not looked at, for a module does not see it.
 */
final class NotBelowZero {

    private final Map<LineId, BigDecimal> list = new HashMap<>();
    private final Map<LineId, BigDecimal> running = new HashMap<>();
    private final Map<LineId, Integer> quantities = new HashMap<>();
    private final Map<ChargeKind, BigDecimal> charges = new EnumMap<>(ChargeKind.class);

    private NotBelowZero(Sample sample) {
        for (PricingLine line : sample.goods().lines()) {
            BigDecimal amount = line.listPrice().getAmount().multiply(BigDecimal.valueOf(line.quantity()));
            BigDecimal most = amount.max(line.amount().getAmount());
            list.put(line.id(), most);
            running.put(line.id(), most);
            quantities.put(line.id(), line.quantity());
        }
    }

    static void judge(Sample sample, List<Contribution> all) {
        for (Contribution contribution : all) {
            NotBelowZero together = new NotBelowZero(sample);
            for (Adjustment adjustment : contribution.adjustments()) {
                boolean alternative = adjustment
                        .group()
                        .filter(group -> group.combine() != Combine.SUM)
                        .isPresent();
                (alternative ? new NotBelowZero(sample) : together).apply(adjustment);
            }
        }
    }

    private void apply(Adjustment adjustment) {
        String rule = adjustment.rule();
        if (adjustment.charge().isPresent()) {
            if (adjustment.phase() == Phase.CHARGE) {
                BigDecimal left = charges.merge(
                        adjustment.charge().get(),
                        effect(adjustment.value(), goods(list), goods(running)),
                        BigDecimal::add);
                unless(left.signum() >= 0, rule + ": takes more from a charge than this module adds");
            }
        } else if (adjustment.target() instanceof Target.Line target) {
            LineId line = target.line();
            BigDecimal before = running.getOrDefault(line, BigDecimal.ZERO);
            BigDecimal after = adjustment.value() instanceof Value.UnitPrice price
                    ? price.price().getAmount().multiply(BigDecimal.valueOf(quantities.getOrDefault(line, 1)))
                    : before.add(effect(adjustment.value(), list.getOrDefault(line, BigDecimal.ZERO), before));
            unless(after.signum() >= 0, rule + ": brings a line below zero");
            running.put(line, after);
        } else {
            BigDecimal before = goods(running);
            BigDecimal effect = effect(adjustment.value(), goods(list), before);
            unless(before.add(effect).signum() >= 0, rule + ": brings the goods below zero");
            if (before.signum() > 0) {
                BigDecimal left = before.add(effect).divide(before, MathContext.DECIMAL128);
                running.replaceAll((line, amount) -> amount.multiply(left));
            }
        }
    }

    private static BigDecimal effect(Value value, BigDecimal listBase, BigDecimal runningBase) {
        if (value instanceof Value.Rate rate) {
            return (rate.base() == Base.LIST ? listBase : runningBase)
                    .multiply(rate.percent())
                    .movePointLeft(2);
        }
        return value instanceof Value.Amount amount ? amount.amount().getAmount() : BigDecimal.ZERO;
    }

    private static BigDecimal goods(Map<LineId, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
