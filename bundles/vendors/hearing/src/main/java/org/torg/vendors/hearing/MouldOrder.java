package org.torg.vendors.hearing;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Wording;

/** An ear mould without an aid, for one ear or both. */
final class MouldOrder {

    static final String PRODUCT = "insats";

    private MouldOrder() {}

    static ConfigurationModel model(Wording words) {
        List<Stage> stages = new ArrayList<>(
                List.of(words.stage("device", Subject.PRODUCT, List.of(words.choice("ear", "left", "right", "both")))));
        List<Constraint> constraints = new ArrayList<>();
        for (Ear ear : Ear.BOTH) {
            stages.add(words.stage(ear.code(), Subject.PRODUCT, EarMould.questions(words, ear, ear.fitted())));
            constraints.addAll(EarMould.constraints(words, ear));
        }
        stages.add(PatientStage.stage(words, Ear.BOTH.stream().map(Ear::fitted).toList()));
        return new ConfigurationModel(
                PRODUCT, stages, constraints, EarMould.yields(), EarMould.tasks(words), List.of(EarMould.extraDays()));
    }
}
