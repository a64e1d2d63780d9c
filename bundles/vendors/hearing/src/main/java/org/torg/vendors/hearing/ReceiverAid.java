package org.torg.vendors.hearing;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The aid <em>Ria</em> of the brand Sonett, with a receiver in the ear, under a dome or in a mould of its own (H26). */
final class ReceiverAid {

    static final String PRODUCT = "ria";

    private ReceiverAid() {}

    static ConfigurationModel model(Wording words) {
        List<Stage> stages = new ArrayList<>(List.of(device(words)));
        List<Constraint> constraints = new ArrayList<>(List.of(words.constraint(
                "microphone-level", implies(is("accessories", "microphone"), not(is("level", "basic"))))));
        for (Ear ear : Ear.BOTH) {
            stages.add(ear(words, ear));
            constraints.addAll(constraints(words, ear));
        }
        stages.add(PatientStage.stage(
                words, Ear.BOTH.stream().map(ReceiverAid::moulded).toList()));
        return new ConfigurationModel(
                PRODUCT,
                stages,
                constraints,
                yields(),
                EarMould.tasks(words),
                List.of(new ExtraDays(ALWAYS, 1), EarMould.extraDays()));
    }

    private static Stage device(Wording ask) {
        return ask.stage(
                "device",
                Subject.PRODUCT,
                List.of(
                        ask.choice("ear", "left", "right", "both"),
                        ask.initially("advanced").choice("level", "premium", "advanced", "basic"),
                        ask.initially("rechargeable").choice("battery", "rechargeable", "size-312"),
                        ask.initially("silver").choice("colour", "silver", "beige", "black", "copper"),
                        ask.when(is("battery", "rechargeable")).initially("yes").choice("charger", "yes", "no"),
                        ask.optional().several("accessories", "microphone", "tv", "remote")));
    }

    private static Stage ear(Wording words, Ear ear) {
        Wording ask = ear.words(words);
        List<Question> questions = new ArrayList<>(List.of(
                ask.initially("m").choice("receiver", "s", "m", "p", "up"),
                ask.initially("2").choice("wire", "0", "1", "2", "3"),
                ask.initially("dome").choice("coupling", "dome", "mould"),
                ask.when(ear.has("coupling", "dome")).initially("closed").choice("dome", "open", "closed", "power")));
        questions.addAll(EarMould.questions(words, ear, moulded(ear)));
        return words.stage(ear.code(), Subject.PRODUCT, questions);
    }

    private static Condition moulded(Ear ear) {
        return ear.has("coupling", "mould");
    }

    private static List<Constraint> constraints(Wording words, Ear ear) {
        Wording own = ear.words(words);
        List<Constraint> constraints = new ArrayList<>(EarMould.constraints(words, ear));
        constraints.addAll(List.of(
                own.constraint("up-needs-mould", implies(ear.has("receiver", "up"), moulded(ear))),
                own.constraint("up-needs-battery", implies(ear.has("receiver", "up"), is("battery", "size-312"))),
                own.constraint("up-without-vent", implies(ear.has("receiver", "up"), ear.has("vent", "none"))),
                own.constraint("p-not-open", implies(ear.has("receiver", "p"), not(ear.has("dome", "open")))),
                own.constraint("power-dome", implies(ear.has("dome", "power"), ear.hasAny("receiver", "m", "p")))));
        return constraints;
    }

    private static List<Yield> yields() {
        List<Yield> yields = new ArrayList<>();
        yields.addAll(Ear.each(is("level", "premium"), "RIA-9"));
        yields.addAll(Ear.each(is("level", "advanced"), "RIA-7"));
        yields.addAll(Ear.each(is("level", "basic"), "RIA-5"));
        for (String receiver : List.of("s", "m", "p", "up")) {
            yields.addAll(Ear.wherever("receiver", receiver, "HT-" + receiver.toUpperCase(Locale.ROOT)));
        }
        for (String dome : List.of("open", "closed", "power")) {
            yields.addAll(Ear.wherever("dome", dome, "DOME-" + dome.toUpperCase(Locale.ROOT)));
        }
        yields.addAll(EarMould.yields());
        yields.addAll(Ear.each(is("battery", "size-312"), "BAT-312"));
        yields.add(Yield.of(is("charger", "yes"), "LADD-RIA"));
        yields.add(Yield.of(is("accessories", "microphone"), "TB-MIK"));
        yields.add(Yield.of(is("accessories", "tv"), "TB-TV"));
        yields.add(Yield.of(is("accessories", "remote"), "TB-FJARR"));
        return yields;
    }
}
