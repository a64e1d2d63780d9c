package org.torg.api.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.Exact;
import org.torg.api.Message;

/**
 * What a module wants to have added to or taken from a price. Modules never multiply or add money: the kernel applies
 * the value to its base, rounds half up to the currency's minor unit, and writes the trace.
 *
 * @param target a line, or the order as a whole
 * @param charge for an amount that is not goods: its kind. Such an adjustment targets the order
 * @param rule machine code, such as {@code lighting.bulky}
 * @param message why, for the buyer
 * @param vatCategory of a charge that is a supply of its own. Empty for one that follows the goods, as freight and most
 *     fees do: it has their category, and where they have several it is divided over them in proportion to their net
 * @param group adjustments of the same group, phase and target are combined
 */
public record Adjustment(
        Phase phase,
        Target target,
        Optional<ChargeKind> charge,
        Value value,
        String rule,
        Message message,
        Optional<String> vatCategory,
        Optional<Group> group) {

    public sealed interface Target {

        record Line(LineId line) implements Target {}

        /** Spread over the lines in proportion to their amounts, unless it is a charge. */
        record Order() implements Target {}
    }

    public sealed interface Value {

        /** Added as it stands; negative for a discount. On a line: for the whole line. */
        record Amount(Money amount) implements Value {}

        /** A percentage of a base; -10 is a discount of 10 %. */
        record Rate(BigDecimal percent, Base base) implements Value {
            public Rate {
                percent = Exact.number(percent);
            }
        }

        /** The line's amount becomes quantity times this price, whatever came before. Lines only. */
        record UnitPrice(BigMoney price) implements Value {}
    }

    public enum Base {
        /** The line (or all lines) after the LIST and OPTION phases. */
        LIST,
        /** The line (or all lines) as the adjustments before this one have left it. */
        RUNNING
    }

    /** @param name unique within the vendor */
    public record Group(String name, Combine combine) {}

    public enum Combine {
        /** Only the one that is best for the buyer counts. */
        BEST,
        SUM,
        /** Only the first counts, in the order of the modules. */
        FIRST
    }

    /** A discount in per cent of the running amount of one line. */
    public static Adjustment lineDiscount(Phase phase, LineId line, BigDecimal percent, String rule, Message message) {
        return new Adjustment(
                phase,
                new Target.Line(line),
                Optional.empty(),
                new Value.Rate(percent.negate(), Base.RUNNING),
                rule,
                message,
                Optional.empty(),
                Optional.empty());
    }

    /** A charge on the order. */
    public static Adjustment charge(Phase phase, ChargeKind kind, Money amount, String rule, Message message) {
        return new Adjustment(
                phase,
                new Target.Order(),
                Optional.of(kind),
                new Value.Amount(amount),
                rule,
                message,
                Optional.empty(),
                Optional.empty());
    }
}
