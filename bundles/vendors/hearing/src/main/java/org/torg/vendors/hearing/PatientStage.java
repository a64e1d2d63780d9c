package org.torg.vendors.hearing;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;

/** What is never kept in a favourite and asked anew each time (H50): impressions, the audiogram, notes. */
final class PatientStage {

    private static final int NOTES = 1000;

    private PatientStage() {}

    /** @param moulded one for each ear: when it gets a mould */
    static Stage stage(Wording ask, List<Condition> moulded) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < Ear.BOTH.size(); i++) {
            questions.addAll(EarMould.impression(ask, Ear.BOTH.get(i), moulded.get(i)));
        }
        questions.add(ask.optional().files("audiogram", 2, "pdf", "jpeg", "png"));
        questions.add(ask.optional().text("notes", NOTES));
        return ask.stage("patient", Subject.RECIPIENT, questions);
    }
}
