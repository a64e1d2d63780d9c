package org.torg.vendors.dental;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.not;

import java.util.List;
import java.util.stream.Stream;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The splint <em>Anker</em>: two trays that telescopic arms join at the sides. */
final class ArmSplint {

    static final String PRODUCT = "anker";

    private static final int MAKING_DAYS = 12;

    private ArmSplint() {}

    static ConfigurationModel model(Wording words) {
        return new ConfigurationModel(
                PRODUCT,
                List.of(
                        device(words),
                        PatientStage.stage(
                                words,
                                List.of("none", "nickel"),
                                List.of(words.measure("advancement", "mm", "0", "10", "0.5")))),
                Stream.concat(constraints(words).stream(), PatientStage.constraints(words).stream())
                        .toList(),
                List.of(
                        Yield.of(ALWAYS, "SK-ANKER"),
                        Yield.of(is("arms", "titanium"), "TV-TITAN"),
                        Yield.of(is("retention", "adams-clasps"), "TV-ADAMS"),
                        Yield.of(is("colour", "blue"), "TV-FARGE")),
                PatientStage.tasks(words),
                PatientStage.extraDays(MAKING_DAYS));
    }

    private static Stage device(Wording ask) {
        return ask.stage(
                "device",
                Subject.PRODUCT,
                List.of(
                        ask.initially("hard").choice("material", "hard", "soft-lined"),
                        ask.initially("ball-clasps").choice("retention", "ball-clasps", "adams-clasps", "none"),
                        ask.initially("steel").choice("arms", "steel", "titanium"),
                        ask.initially("clear").choice("colour", "clear", "blue")));
    }

    private static List<Constraint> constraints(Wording words) {
        return List.of(
                words.constraint("hard-needs-clasps", implies(is("material", "hard"), not(is("retention", "none")))),
                words.constraint("few-teeth", implies(PatientStage.FEW_TEETH, is("material", "soft-lined"))),
                words.constraint("nickel", implies(PatientStage.NICKEL, is("retention", "none"))),
                words.constraint("nickel-arms", implies(PatientStage.NICKEL, is("arms", "titanium"))));
    }
}
