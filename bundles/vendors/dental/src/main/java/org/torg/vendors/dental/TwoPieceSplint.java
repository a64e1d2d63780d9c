package org.torg.vendors.dental;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.all;
import static org.torg.api.configurator.Condition.any;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.not;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/**
 * The splint <em>Vinge</em>: two trays whose fins hold the lower jaw forward. The device is pre-set as clinics order it most
 * (D14), the patient comes second (D13).
 */
final class TwoPieceSplint {

    static final String PRODUCT = "vinge";

    private static final int MAKING_DAYS = 10;
    private static final Condition PRINTED = is("material", "printed");

    private TwoPieceSplint() {}

    static ConfigurationModel model(Wording words) {
        return new ConfigurationModel(
                PRODUCT,
                List.of(
                        device(words),
                        PatientStage.stage(
                                words,
                                List.of("none", "nickel", "acrylate"),
                                List.of(words.measure("advancement", "mm", "0", "12", "0.5")))),
                Stream.concat(constraints(words).stream(), PatientStage.constraints(words).stream())
                        .toList(),
                yields(),
                PatientStage.tasks(words),
                Stream.concat(
                                PatientStage.extraDays(MAKING_DAYS).stream(),
                                Stream.of(new ExtraDays(is("reinforced", "yes"), 1)))
                        .toList());
    }

    private static Stage device(Wording ask) {
        return ask.stage(
                "device",
                Subject.PRODUCT,
                List.of(
                        ask.initially("soft-lined").choice("material", "soft-lined", "hard", "printed"),
                        ask.initially("ball-clasps").choice("retention", "ball-clasps", "adams-clasps", "none"),
                        ask.initially("screw-5").choice("travel", "screw-5", "screw-7"),
                        ask.initially("none").choice("hooks", "none", "front", "front-and-back"),
                        ask.initially("4").measure("opening", "mm", "3", "8", "1"),
                        ask.initially("no").choice("reinforced", "no", "yes"),
                        ask.initially("clear").choice("colour", "clear", "blue", "white")));
    }

    private static List<Constraint> constraints(Wording words) {
        Condition noClasps = is("retention", "none");
        return List.of(
                words.constraint(
                        "printed-is-white",
                        any(all(PRINTED, is("colour", "white")), all(not(PRINTED), not(is("colour", "white"))))),
                words.constraint("printed-without-clasps", implies(PRINTED, noClasps)),
                words.constraint("printed-one-hook", implies(PRINTED, not(is("hooks", "front-and-back")))),
                words.constraint("printed-not-reinforced", implies(PRINTED, is("reinforced", "no"))),
                words.constraint("hard-needs-clasps", implies(is("material", "hard"), not(noClasps))),
                words.constraint(
                        "long-screw-opening",
                        implies(
                                is("travel", "screw-7"),
                                new Condition.Within("opening", BigDecimal.valueOf(5), BigDecimal.valueOf(8)))),
                words.constraint(
                        "long-screw-advancement",
                        implies(
                                is("travel", "screw-7"),
                                new Condition.Within("advancement", BigDecimal.ZERO, BigDecimal.valueOf(7)))),
                words.constraint("few-teeth", implies(PatientStage.FEW_TEETH, is("material", "soft-lined"))),
                words.constraint("nickel", implies(PatientStage.NICKEL, noClasps)),
                words.constraint("acrylate", implies(PatientStage.ACRYLATE, PRINTED)));
    }

    private static List<Yield> yields() {
        return List.of(
                Yield.of(ALWAYS, "SK-VINGE"),
                Yield.of(PRINTED, "TV-PRINT"),
                Yield.of(is("retention", "adams-clasps"), "TV-ADAMS"),
                Yield.of(is("travel", "screw-7"), "TV-SKRUE7"),
                Yield.of(is("hooks", "front"), "TV-KROK"),
                new Yield(is("hooks", "front-and-back"), new Sku("TV-KROK"), new Yield.Count.Fixed(2)),
                Yield.of(is("reinforced", "yes"), "TV-FORST"),
                Yield.of(is("colour", "blue"), "TV-FARGE"));
    }
}
