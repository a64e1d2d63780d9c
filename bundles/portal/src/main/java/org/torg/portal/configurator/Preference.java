package org.torg.portal.configurator;

import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;

/** The answers that may be kept for the next time (D15). */
final class Preference {

    private Preference() {}

    /** Those about the thing. None about a recipient, and no file, leaves the page with them. */
    static Answers of(ConfigurationModel model, Answers answers) {
        Answers kept = Answers.NONE;
        for (ConfigurationModel.Stage stage : model.stages()) {
            if (stage.subject() != ConfigurationModel.Subject.PRODUCT) {
                continue;
            }
            for (Question question : stage.questions()) {
                Answer answer = answers.byQuestion().get(question.code());
                if (answer != null && !(answer instanceof Answer.Uploaded)) {
                    kept = kept.with(question.code(), answer);
                }
            }
        }
        return kept;
    }
}
