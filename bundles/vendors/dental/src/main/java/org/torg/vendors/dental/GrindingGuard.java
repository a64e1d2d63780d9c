package org.torg.vendors.dental;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** The guard <em>Vern</em> against grinding, for one jaw: an appliance that is no splint, and may be ordered beside one. */
final class GrindingGuard {

    static final String PRODUCT = "vern";

    private static final int MAKING_DAYS = 5;

    private GrindingGuard() {}

    static ConfigurationModel model(Wording words) {
        return new ConfigurationModel(
                PRODUCT,
                List.of(device(words), PatientStage.stage(words, List.of("none", "acrylate"), List.of())),
                Stream.concat(constraints(words).stream(), PatientStage.constraints(words).stream())
                        .toList(),
                List.of(Yield.of(ALWAYS, "AP-VERN"), Yield.of(is("material", "printed"), "TV-PRINT")),
                PatientStage.tasks(words),
                PatientStage.extraDays(MAKING_DAYS));
    }

    private static Stage device(Wording ask) {
        return ask.stage(
                "device",
                Subject.PRODUCT,
                List.of(
                        ask.initially("upper").choice("jaw", "upper", "lower"),
                        ask.initially("hard").choice("material", "soft-lined", "hard", "printed"),
                        ask.initially("2").measure("thickness", "mm", "1.5", "4", "0.5")));
    }

    private static List<Constraint> constraints(Wording words) {
        return List.of(
                words.constraint(
                        "hard-is-thick",
                        implies(
                                is("material", "hard"),
                                new Condition.Within("thickness", BigDecimal.valueOf(2), BigDecimal.valueOf(4)))),
                words.constraint("few-teeth", implies(PatientStage.FEW_TEETH, is("material", "soft-lined"))),
                words.constraint("acrylate", implies(PatientStage.ACRYLATE, is("material", "printed"))));
    }
}
