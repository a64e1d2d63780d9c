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
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The light strip <em>Bånd</em>, cut to length, with or without a profile; both are sold by the started metre. */
final class LightStrip {

    private static final List<Drivers.Load> LOAD =
            List.of(new Drivers.Load("standard", "9.6"), new Drivers.Load("high", "14.4"));
    private static final BigDecimal METRE = BigDecimal.valueOf(1000);

    private LightStrip() {}

    static ConfigurationModel model(Wording words) {
        Question.Measure length = words.initially("2000").measure("length", "mm", "500", "10000", "50");
        return new ConfigurationModel(
                "baand",
                List.of(strip(words, length), control(words)),
                constraints(words, length),
                yields(),
                List.of(words.task("cut", ALWAYS)),
                List.of(new ExtraDays(ALWAYS, 2), new ExtraDays(is("ip", "ip65"), 1)));
    }

    private static Stage strip(Wording ask, Question.Measure length) {
        return ask.stage(
                "luminaire",
                Subject.PRODUCT,
                List.of(
                        length,
                        ask.initially("standard").choice("output", "standard", "high"),
                        ask.initially("2700").choice("cct", "2700", "3000", "4000", "tunable"),
                        ask.initially("ip20").choice("ip", "ip20", "ip65"),
                        ask.initially("none").choice("profile", "none", "flat", "corner")));
    }

    private static Stage control(Wording ask) {
        return ask.stage(
                "control",
                Subject.PRODUCT,
                List.of(
                        Drivers.dimming(ask),
                        Drivers.question(ask),
                        ask.optional().several("accessories", "clips", "end-caps", "sensor"),
                        ask.optional().text("marking", 60)));
    }

    private static List<Constraint> constraints(Wording words, Question.Measure length) {
        List<Constraint> constraints = new ArrayList<>(Drivers.constraints(words, LOAD, length));
        constraints.addAll(List.of(
                words.constraint("high-needs-profile", implies(is("output", "high"), not(is("profile", "none")))),
                words.constraint("ip65-profile", implies(is("ip", "ip65"), not(is("profile", "corner")))),
                words.constraint("clips-profile", implies(is("accessories", "clips"), not(is("profile", "none")))),
                words.constraint(
                        "end-caps-profile", implies(is("accessories", "end-caps"), not(is("profile", "none")))),
                words.constraint(
                        "sensor-dimming", implies(is("accessories", "sensor"), oneOf("dimming", "dali", "wireless")))));
        return constraints;
    }

    private static List<Yield> yields() {
        Yield.Count metres = new Yield.Count.Per("length", METRE);
        List<Yield> yields = new ArrayList<>(List.of(
                new Yield(is("output", "standard"), new Sku("BD-STD"), metres),
                new Yield(is("output", "high"), new Sku("BD-HOY"), metres),
                new Yield(is("cct", "tunable"), new Sku("BD-TW"), metres),
                new Yield(is("ip", "ip65"), new Sku("BD-IP65"), metres),
                new Yield(is("profile", "flat"), new Sku("BD-FLAT"), metres),
                new Yield(is("profile", "corner"), new Sku("BD-HJORNE"), metres),
                new Yield(is("accessories", "clips"), new Sku("BD-KLIPS"), metres),
                Yield.of(is("accessories", "end-caps"), "BD-ENDE"),
                Yield.of(is("accessories", "sensor"), "LN-SENSOR")));
        yields.addAll(Drivers.yields());
        return yields;
    }
}
