package org.torg.rest.order;

import java.util.List;
import java.util.Optional;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.Question;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/** The models by which the articles of an order were configured, as they were that day: the words for its answers. */
public record OrderModelsJson(List<OrderModelJson> items) {

    /** @param product that a line's configuration names */
    public record OrderModelJson(String product, List<OrderModelStageJson> stages) {}

    /** @param subject product or recipient */
    public record OrderModelStageJson(
            String code, String title, String subject, List<OrderModelQuestionJson> questions) {}

    /**
     * @param kind choice, number, text, date or files
     * @param unit of a number
     * @param options of a choice
     */
    public record OrderModelQuestionJson(
            String code,
            String label,
            Optional<String> help,
            String kind,
            Optional<String> unit,
            Optional<List<OrderModelOptionJson>> options) {}

    public record OrderModelOptionJson(String code, String label) {}

    static OrderModelsJson of(List<ConfigurationModel> models, Wording wording) {
        return new OrderModelsJson(models.stream()
                .map(model -> new OrderModelJson(
                        model.product(),
                        model.stages().stream()
                                .map(stage -> stage(stage, wording))
                                .toList()))
                .toList());
    }

    private static OrderModelStageJson stage(Stage stage, Wording wording) {
        return new OrderModelStageJson(
                stage.code(),
                wording.of(stage.title()),
                Words.of(stage.subject()),
                stage.questions().stream()
                        .map(question -> question(question, wording))
                        .toList());
    }

    private static OrderModelQuestionJson question(Question question, Wording wording) {
        Optional<String> unit =
                question instanceof Question.Measure measure ? Optional.of(measure.unit()) : Optional.empty();
        Optional<List<OrderModelOptionJson>> options = question instanceof Question.Choice choice
                ? Optional.of(choice.options().stream()
                        .map(option -> new OrderModelOptionJson(option.code(), wording.of(option.label())))
                        .toList())
                : Optional.empty();
        return new OrderModelQuestionJson(
                question.code(),
                wording.of(question.about().label()),
                question.about().help().map(wording::of),
                kind(question),
                unit,
                options);
    }

    private static String kind(Question question) {
        if (question instanceof Question.Choice) {
            return "choice";
        }
        if (question instanceof Question.Measure) {
            return "number";
        }
        if (question instanceof Question.Text) {
            return "text";
        }
        return question instanceof Question.Date ? "date" : "files";
    }
}
