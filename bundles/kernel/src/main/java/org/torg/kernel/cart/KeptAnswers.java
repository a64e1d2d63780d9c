package org.torg.kernel.cart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;

/**
 * What of a configuration serves another time, too: the answers about the thing. Nothing that is about a recipient, no file, and
 * nothing of which the model does not know what it is about (D15, D16, H50). Pure.
 */
public final class KeptAnswers {

    private KeptAnswers() {}

    public static Answers of(ConfigurationModel model, Answers given) {
        Set<String> lasting = new HashSet<>();
        for (Stage stage : model.stages()) {
            if (stage.subject() == Subject.PRODUCT) {
                stage.questions().stream()
                        .filter(question -> !(question instanceof Question.Files))
                        .map(Question::code)
                        .forEach(lasting::add);
            }
        }
        Map<String, Answer> kept = new HashMap<>(withoutFiles(given).byQuestion());
        kept.keySet().retainAll(lasting);
        return new Answers(kept);
    }

    /** Of answers that are known to be about nobody. */
    static Answers withoutFiles(Answers given) {
        Map<String, Answer> kept = new HashMap<>(given.byQuestion());
        kept.values().removeIf(Answer.Uploaded.class::isInstance);
        return new Answers(kept);
    }
}
