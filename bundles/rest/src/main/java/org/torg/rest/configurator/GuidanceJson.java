package org.torg.rest.configurator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.http.Wording;
import org.torg.rest.http.Words;
import org.torg.rest.pricing.AnswerJson;

/**
 * How a configuration stands, with everything that a form needs.
 *
 * @param model content hash of the model
 * @param missing codes of questions that need an answer yet
 */
public record GuidanceJson(
        String product,
        String model,
        List<GuidedStageJson> stages,
        Map<String, AnswerJson> answers,
        List<MisfitJson> misfits,
        boolean complete,
        List<String> missing,
        List<ConfiguredPartJson> parts,
        List<ConfigurationTaskJson> tasks,
        int extraDays) {

    public record GuidedStageJson(String code, String title, String subject, List<GuidedQuestionJson> questions) {}

    public record MisfitJson(String question, ConflictJson conflict) {
        static MisfitJson of(Guidance.Misfit misfit, Wording wording) {
            return new MisfitJson(misfit.question(), ConflictJson.of(misfit.conflict(), wording));
        }
    }

    /** @param reasons in words */
    public record ConflictJson(List<String> answers, List<String> constraints, List<String> reasons) {
        static ConflictJson of(Conflict conflict, Wording wording) {
            return new ConflictJson(
                    conflict.answers(),
                    conflict.constraints(),
                    conflict.reasons().stream().map(wording::of).toList());
        }
    }

    public record NumberRangeJson(BigDecimal least, BigDecimal most) {}

    public record ConfiguredPartJson(String sku, int quantity) {}

    public record ConfigurationTaskJson(String code, String label) {}

    static GuidanceJson of(Guidance guidance, Wording wording) {
        Map<String, QuestionState> states = new HashMap<>();
        guidance.questions().forEach(state -> states.put(state.code(), state));
        return new GuidanceJson(
                guidance.model().product(),
                guidance.hash(),
                guidance.model().stages().stream()
                        .map(stage -> stage(stage, states, wording))
                        .toList(),
                AnswerJson.of(guidance.answers()),
                guidance.misfits().stream()
                        .map(misfit -> MisfitJson.of(misfit, wording))
                        .toList(),
                guidance.complete(),
                guidance.missing(),
                guidance.parts().stream()
                        .map(part -> new ConfiguredPartJson(part.sku().value(), part.quantity()))
                        .toList(),
                guidance.model().tasks().stream()
                        .filter(task -> guidance.tasks().contains(task.code()))
                        .map(task -> task(task, wording))
                        .toList(),
                guidance.extraDays());
    }

    private static GuidedStageJson stage(Stage stage, Map<String, QuestionState> states, Wording wording) {
        return new GuidedStageJson(
                stage.code(),
                wording.of(stage.title()),
                Words.of(stage.subject()),
                stage.questions().stream()
                        .flatMap(question -> Optional.ofNullable(states.get(question.code())).stream()
                                .map(state -> GuidedQuestionJson.of(question, state, wording)))
                        .toList());
    }

    private static ConfigurationTaskJson task(Task task, Wording wording) {
        return new ConfigurationTaskJson(task.code(), wording.of(task.label()));
    }
}
