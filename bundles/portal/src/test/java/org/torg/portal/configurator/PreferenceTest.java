package org.torg.portal.configurator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;

class PreferenceTest {

    private static final ConfigurationModel MODEL = new ConfigurationModel(
            "splint",
            List.of(
                    stage("device", Subject.PRODUCT, words("engraving"), words("scan")),
                    stage("patient", Subject.RECIPIENT, words("bite"))),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static ConfigurationModel.Stage stage(String code, Subject subject, Question... questions) {
        return new ConfigurationModel.Stage(code, Message.of(code, code), subject, List.of(questions));
    }

    private static Question words(String code) {
        return new Question.Text(
                new Question.About(code, Message.of(code, code), Optional.empty(), Condition.ALWAYS, true),
                false,
                100,
                Optional.empty());
    }

    @Test
    @Tag("D15")
    void whatIsAboutThePatientIsNotKept() {
        Answers answers = Answers.NONE
                .with("engraving", new Answer.Words("left"))
                .with("bite", new Answer.Words("deep"))
                .with("gone", new Answer.Words("no question any more"));
        assertThat(Preference.of(MODEL, answers).byQuestion()).containsOnlyKeys("engraving");
    }

    @Test
    @Tag("D15")
    void filesAreNotKept() {
        Answers answers = Answers.NONE.with("scan", new Answer.Uploaded(List.of(new UploadId("u1"))));
        assertThat(Preference.of(MODEL, answers)).isEqualTo(Answers.NONE);
    }
}
