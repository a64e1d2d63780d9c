package org.torg.contract;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.Phase;

/** Judges what a module answered before anything is done with it. */
public record Answers(Source source, CurrencyUnit currency) {

    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 8;

    /** That the lines exist is seen when the adjustments are applied, for the cart knows its lines by id. */
    public Contribution contribution(Phase phase, Contribution answer) {
        for (Adjustment adjustment : answer.adjustments()) {
            adjustment(phase, adjustment);
        }
        return answer;
    }

    private void adjustment(Phase phase, Adjustment adjustment) {
        String rule = adjustment.rule();
        require(adjustment.phase() == phase, rule, "belongs to another phase than was asked");
        boolean chargePhase = phase == Phase.CHARGE || phase == Phase.FREIGHT;
        require(
                adjustment.charge().isPresent() == chargePhase,
                rule,
                "a charge belongs to the phases CHARGE and FREIGHT, and nothing else does");
        boolean onLine = adjustment.target() instanceof Target.Line;
        require(!(onLine && chargePhase), rule, "a charge is the order's, not a line's");
        if (adjustment.value() instanceof Value.UnitPrice price) {
            require(onLine, rule, "a unit price needs a line");
            require(
                    price.price().getCurrencyUnit().equals(currency)
                            && !price.price().isNegative(),
                    rule,
                    "an odd unit price");
        } else if (adjustment.value() instanceof Value.Rate rate) {
            percent(rule, rate.percent());
        } else if (adjustment.value() instanceof Value.Amount amount) {
            require(amount.amount().getCurrencyUnit().equals(currency), rule, "another currency");
        }
    }

    public List<DeliveryOption> options(List<DeliveryOption> answer) {
        List<DeliveryOption> options = List.copyOf(answer);
        Set<String> codes = new HashSet<>();
        for (DeliveryOption option : options) {
            require(codes.add(option.code()), option.rule(), "two delivery options have one code");
            amount(option.rule(), option.price());
            Optional<DeliveryOption.Waiver> waiver = option.waiver();
            if (waiver.isPresent()) {
                amount(waiver.get().rule(), waiver.get().threshold());
            }
        }
        return options;
    }

    public static List<Tier> tiers(Source source, List<Tier> answer) {
        List<Tier> tiers = List.copyOf(answer);
        Set<String> codes = new HashSet<>();
        for (Tier tier : tiers) {
            if (!codes.add(tier.code())
                    || tier.discountPercent().signum() < 0
                    || tier.discountPercent().compareTo(WHOLE) > 0) {
                throw source.failure("the tier " + tier.code() + " is odd");
            }
        }
        return tiers;
    }

    private void amount(String rule, Money amount) {
        require(amount.getCurrencyUnit().equals(currency) && !amount.isNegative(), rule, "an odd amount");
    }

    private void percent(String rule, BigDecimal percent) {
        require(
                percent.abs().compareTo(MOST_PERCENT) <= 0 && percent.scale() <= MOST_DECIMALS,
                rule,
                "an odd percentage");
    }

    private void require(boolean holds, String rule, String otherwise) {
        if (!holds) {
            throw source.failure(rule + ": " + otherwise);
        }
    }
}
