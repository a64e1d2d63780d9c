package org.torg.vendors.hearing;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The aid <em>Borg</em> of the brand Klang, behind the ear, strong, on a thin tube or a mould. */
final class BehindEarAid {

    static final String PRODUCT = "borg";

    private BehindEarAid() {}

    static ConfigurationModel model(Wording words) {
        List<Stage> stages = new ArrayList<>(List.of(device(words)));
        List<Constraint> constraints = new ArrayList<>(List.of(
                words.constraint("super-battery", implies(is("strength", "super"), is("battery", "size-675"))),
                words.constraint("size-675-super", implies(is("battery", "size-675"), is("strength", "super")))));
        for (Ear ear : Ear.BOTH) {
            Wording ask = ear.words(words);
            List<Question> questions = new ArrayList<>(List.of(
                    ask.initially("thin-tube").choice("tube", "thin-tube", "mould"),
                    ask.when(ear.has("tube", "thin-tube")).initially("1").choice("wire", "0", "1", "2", "3")));
            questions.addAll(EarMould.questions(words, ear, moulded(ear)));
            stages.add(words.stage(ear.code(), Subject.PRODUCT, questions));
            constraints.addAll(EarMould.constraints(words, ear));
            constraints.add(ask.constraint(
                    "super-needs-mould", implies(Condition.all(is("strength", "super"), ear.fitted()), moulded(ear))));
        }
        stages.add(PatientStage.stage(
                words, Ear.BOTH.stream().map(BehindEarAid::moulded).toList()));
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
                        ask.initially("power").choice("strength", "power", "super"),
                        ask.initially("rechargeable").choice("battery", "rechargeable", "size-13", "size-675"),
                        ask.initially("beige").choice("colour", "silver", "beige", "black"),
                        ask.when(is("battery", "rechargeable")).initially("yes").choice("charger", "yes", "no")));
    }

    private static Condition moulded(Ear ear) {
        return ear.has("tube", "mould");
    }

    private static List<Yield> yields() {
        List<Yield> yields = new ArrayList<>();
        yields.addAll(Ear.each(is("strength", "power"), "BORG-P"));
        yields.addAll(Ear.each(is("strength", "super"), "BORG-SP"));
        yields.addAll(Ear.wherever("tube", "thin-tube", "SLANG-TUNN"));
        yields.addAll(EarMould.yields());
        yields.addAll(Ear.each(is("battery", "size-13"), "BAT-13"));
        yields.addAll(Ear.each(is("battery", "size-675"), "BAT-675"));
        yields.add(Yield.of(is("charger", "yes"), "LADD-BORG"));
        return yields;
    }
}
