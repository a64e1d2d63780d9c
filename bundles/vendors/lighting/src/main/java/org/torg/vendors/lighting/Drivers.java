package org.torg.vendors.lighting;

import static org.torg.api.configurator.Condition.all;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The drivers that light of any length is fed by: what each carries, and how each is dimmed. */
final class Drivers {

    private static final List<Driver> ALL = List.of(
            new Driver("d30", 30, List.of("none", "phase")),
            new Driver("d60", 60, List.of("none", "phase", "dali")),
            new Driver("d100", 100, List.of("none", "dali", "wireless")),
            new Driver("d150", 150, List.of("none", "dali", "wireless")));

    private static final BigDecimal MM_PER_M = BigDecimal.valueOf(1000);

    /** @param dimming options that it knows */
    private record Driver(String code, int watts, List<String> dimming) {}

    /** @param watts that a metre takes */
    record Load(String output, String watts) {}

    private Drivers() {}

    static Question question(Wording ask) {
        return ask.initially("d60")
                .choice("driver", ALL.stream().map(Driver::code).toArray(String[]::new));
    }

    static Question dimming(Wording ask) {
        return ask.initially("none").choice("dimming", "none", "phase", "dali", "wireless");
    }

    /**
     * A driver carries the light, and knows how it is dimmed.
     *
     * @param loads of each option of the question {@code output}
     * @param length the question about it
     */
    static List<Constraint> constraints(Wording words, List<Load> loads, Question.Measure length) {
        List<Constraint> constraints = new ArrayList<>();
        for (Driver driver : ALL) {
            List<Condition> carried = new ArrayList<>();
            loads.forEach(load -> carried.add(all(
                    is("output", load.output()),
                    new Condition.Within(length.code(), BigDecimal.ZERO, longest(driver, load, length)))));
            constraints.add(words.constraint(
                    "power-" + driver.code(), implies(is("driver", driver.code()), new Condition.Any(carried))));
            constraints.add(words.constraint(
                    "dimming-" + driver.code(),
                    implies(
                            is("driver", driver.code()),
                            Condition.oneOf("dimming", driver.dimming().toArray(String[]::new)))));
        }
        constraints.add(words.constraint(
                "tunable-dimming", implies(is("cct", "tunable"), Condition.oneOf("dimming", "dali", "wireless"))));
        return constraints;
    }

    private static BigDecimal longest(Driver driver, Load load, Question.Measure length) {
        BigDecimal carried = BigDecimal.valueOf(driver.watts())
                .multiply(MM_PER_M)
                .divide(new BigDecimal(load.watts()), 0, RoundingMode.DOWN);
        return carried.min(length.most());
    }

    static List<Yield> yields() {
        return ALL.stream()
                .map(driver -> Yield.of(is("driver", driver.code()), "DR-" + driver.watts()))
                .toList();
    }
}
