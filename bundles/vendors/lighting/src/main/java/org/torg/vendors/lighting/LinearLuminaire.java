package org.torg.vendors.lighting;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.not;
import static org.torg.api.configurator.Condition.oneOf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The luminaire <em>Linje</em>, made to length; sold by the started half metre. What is long is bulky goods (L45). */
final class LinearLuminaire {

    private static final List<Drivers.Load> LOAD =
            List.of(new Drivers.Load("standard", "12"), new Drivers.Load("high", "24"));
    private static final BigDecimal SECTION = BigDecimal.valueOf(500);
    private static final BigDecimal LONGEST_RECESSED = BigDecimal.valueOf(2400);
    private static final BigDecimal LONGEST_PARCEL = BigDecimal.valueOf(1800);

    private LinearLuminaire() {}

    static ConfigurationModel model(Wording words) {
        Question.Measure length = words.initially("1200").measure("length", "mm", "600", "3000", "50");
        return new ConfigurationModel(
                "linje",
                List.of(luminaire(words, length), control(words)),
                constraints(words, length),
                yields(length),
                List.of(words.task("cut", ALWAYS)),
                List.of(new ExtraDays(ALWAYS, 5), new ExtraDays(is("ip", "ip65"), 2)));
    }

    private static Stage luminaire(Wording ask, Question.Measure length) {
        return ask.stage(
                "luminaire",
                Subject.PRODUCT,
                List.of(
                        ask.initially("surface").choice("mounting", "surface", "recessed", "pendant"),
                        length,
                        ask.initially("standard").choice("output", "standard", "high"),
                        ask.initially("3000").choice("cct", "2700", "3000", "4000", "tunable"),
                        ask.initially("ip20").choice("ip", "ip20", "ip44", "ip65"),
                        ask.initially("white").choice("colour", "white", "black", "aluminium")));
    }

    private static Stage control(Wording ask) {
        return ask.stage(
                "control",
                Subject.PRODUCT,
                List.of(
                        Drivers.dimming(ask),
                        Drivers.question(ask),
                        ask.initially("no").choice("emergency", "no", "yes"),
                        ask.optional().several("accessories", "suspension", "frame", "joint", "sensor"),
                        ask.optional().text("marking", 60)));
    }

    private static List<Constraint> constraints(Wording words, Question.Measure length) {
        List<Constraint> constraints = new ArrayList<>(Drivers.constraints(words, LOAD, length));
        constraints.addAll(List.of(
                words.constraint(
                        "recessed-length",
                        implies(
                                is("mounting", "recessed"),
                                new Condition.Within("length", length.least(), LONGEST_RECESSED))),
                words.constraint("ip65-surface", implies(is("ip", "ip65"), is("mounting", "surface"))),
                words.constraint("pendant-indoors", implies(is("mounting", "pendant"), is("ip", "ip20"))),
                words.constraint("emergency-driver", implies(is("emergency", "yes"), oneOf("driver", "d100", "d150"))),
                words.constraint("emergency-ip", implies(is("emergency", "yes"), not(is("ip", "ip65")))),
                words.constraint(
                        "suspension-pendant", implies(is("accessories", "suspension"), is("mounting", "pendant"))),
                words.constraint("frame-recessed", implies(is("accessories", "frame"), is("mounting", "recessed"))),
                words.constraint("joint-ip", implies(is("accessories", "joint"), is("ip", "ip20"))),
                words.constraint(
                        "sensor-dimming", implies(is("accessories", "sensor"), oneOf("dimming", "dali", "wireless")))));
        return constraints;
    }

    private static List<Yield> yields(Question.Measure length) {
        Yield.Count sections = new Yield.Count.Per("length", SECTION);
        List<Yield> yields = new ArrayList<>(List.of(
                new Yield(is("output", "standard"), new Sku("LN-STD"), sections),
                new Yield(is("output", "high"), new Sku("LN-HOY"), sections),
                new Yield(is("cct", "tunable"), new Sku("LN-TW"), sections),
                new Yield(oneOf("colour", "black", "aluminium"), new Sku("LN-LAKK"), sections),
                Yield.of(is("ip", "ip44"), "LN-IP44"),
                Yield.of(is("ip", "ip65"), "LN-IP65"),
                Yield.of(is("emergency", "yes"), "LN-NOD"),
                Yield.of(is("accessories", "suspension"), "LN-OPPHENG"),
                Yield.of(is("accessories", "frame"), "LN-RAMME"),
                Yield.of(is("accessories", "joint"), "LN-SKJOT"),
                Yield.of(is("accessories", "sensor"), "LN-SENSOR"),
                Yield.of(new Condition.Within("length", LONGEST_PARCEL.add(length.step()), length.most()), "LN-LANG")));
        yields.addAll(Drivers.yields());
        return yields;
    }
}
