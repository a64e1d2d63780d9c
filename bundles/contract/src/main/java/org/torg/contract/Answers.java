package org.torg.contract;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.Phase;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.Terms;

/** Judges what a module answered before anything is done with it. */
public record Answers(Source source, CurrencyUnit currency) {

    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 8;

    /** Of adjustments, delivery options, tiers, objections. */
    private static final int MOST_ENTRIES = 100;

    private static final int MOST_ENTRIES_FOR_A_LINE = 8;

    /**
     * That the lines exist is seen when the adjustments are applied, for the cart knows its lines by id.
     *
     * @param lines of the cart
     */
    public Contribution contribution(Phase phase, int lines, Contribution answer) {
        Bounds bounds = new Bounds(source);
        int most = MOST_ENTRIES + lines * MOST_ENTRIES_FOR_A_LINE;
        bounds.count(answer.adjustments(), most, "adjustments");
        bounds.count(answer.rejected(), most, "rejected candidates");
        for (Adjustment adjustment : answer.adjustments()) {
            bounds(bounds, adjustment);
            adjustment(phase, adjustment);
        }
        for (Contribution.Rejected rejected : answer.rejected()) {
            bounds.name(rejected.rule());
            bounds.message(rejected.why());
            rejected.line().ifPresent(line -> bounds.name(line.value()));
        }
        return answer;
    }

    private static void bounds(Bounds bounds, Adjustment adjustment) {
        bounds.name(adjustment.rule());
        bounds.message(adjustment.message());
        adjustment.vatCategory().ifPresent(bounds::name);
        adjustment.group().ifPresent(group -> {
            bounds.name(group.name());
            Objects.requireNonNull(group.combine());
        });
        Objects.requireNonNull(adjustment.target());
        Value value = adjustment.value();
        if (value instanceof Value.UnitPrice price) {
            bounds.amount(price.price());
        } else if (value instanceof Value.Amount amount) {
            bounds.amount(amount.amount());
        } else {
            Value.Rate rate = (Value.Rate) value;
            bounds.number(rate.percent());
            Objects.requireNonNull(rate.base());
        }
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

    /** That its numbers are within bounds it sees to itself. */
    public static AccountPolicy accounts(Source source, AccountPolicy answer) {
        Optional<String> missing = Nulls.in(answer);
        if (missing.isPresent()) {
            throw source.failure("accounts: " + missing.get() + " is null");
        }
        return answer;
    }

    /** That each has a complete configuration the solver sees. */
    public static List<ConfigurationModel> configurations(Source source, List<ConfigurationModel> answer) {
        Optional<String> missing = Nulls.in(answer);
        if (missing.isPresent()) {
            throw source.failure("configurations: " + missing.get() + " is null");
        }
        return ModelRules.hold(source, answer);
    }

    public List<DeliveryOption> options(List<DeliveryOption> answer) {
        List<DeliveryOption> options = List.copyOf(answer);
        Bounds bounds = new Bounds(source);
        bounds.count(options, MOST_ENTRIES, "delivery options");
        Set<String> codes = new HashSet<>();
        for (DeliveryOption option : options) {
            bounds(bounds, option);
            require(codes.add(option.code()), option.rule(), "two delivery options have one code");
            amount(option.rule(), option.price());
            Optional<DeliveryOption.Waiver> waiver = option.waiver();
            if (waiver.isPresent()) {
                amount(waiver.get().rule(), waiver.get().threshold());
            }
        }
        return options;
    }

    private static void bounds(Bounds bounds, DeliveryOption option) {
        bounds.code("the delivery option ", option.code());
        bounds.days(option.code(), option.minDays(), option.maxDays());
        bounds.name(option.rule());
        bounds.message(option.name());
        bounds.amount(option.price());
        option.waiver().ifPresent(waiver -> {
            bounds.name(waiver.rule());
            bounds.message(waiver.message());
            bounds.amount(waiver.threshold());
        });
    }

    public static List<Tier> tiers(Source source, List<Tier> answer) {
        List<Tier> tiers = List.copyOf(answer);
        Bounds bounds = new Bounds(source);
        bounds.count(tiers, MOST_ENTRIES, "tiers");
        Set<String> codes = new HashSet<>();
        for (Tier tier : tiers) {
            bounds.name(tier.code());
            bounds.name(tier.colour());
            bounds.message(tier.name());
            bounds.number(tier.discountPercent());
            if (!codes.add(tier.code())
                    || tier.discountPercent().signum() < 0
                    || tier.discountPercent().compareTo(WHOLE) > 0) {
                throw source.failure("the tier " + tier.code() + " is odd");
            }
        }
        return tiers;
    }

    /** @param lines of the cart */
    public static List<Objection> objections(Source source, int lines, List<Objection> answer) {
        List<Objection> objections = List.copyOf(answer);
        Bounds bounds = new Bounds(source);
        bounds.count(objections, MOST_ENTRIES + lines * MOST_ENTRIES_FOR_A_LINE, "objections");
        for (Objection objection : objections) {
            bounds.code("the code ", objection.code());
            bounds.message(objection.message());
            objection.line().ifPresent(line -> bounds.name(line.value()));
        }
        return objections;
    }

    /** Orders are judged by them for ever: they are whole, and none of their spans is negative. */
    public static Terms terms(Source source, Terms answer) {
        Optional<String> missing = Nulls.in(answer);
        if (missing.isPresent()) {
            throw source.failure("terms: " + missing.get() + " is null");
        }
        if (answer.returnWindowDays() < 0) {
            throw source.failure("the return window is negative");
        }
        if (answer.warrantyMonths() < 0) {
            throw source.failure("the warranty is negative");
        }
        if (answer.invoicing().dueDays() < 0) {
            throw source.failure("an invoice is due before it is issued");
        }
        return answer;
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
