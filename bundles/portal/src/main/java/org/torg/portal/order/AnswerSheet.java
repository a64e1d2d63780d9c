package org.torg.portal.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Reader;

/**
 * What was answered about a line, in words and in the order of the questions. Files are told apart: they have rows of their own.
 *
 * @param product code of the model
 */
public record AnswerSheet(String product, List<Row> rows) {

    /** @param health whether it is about a person */
    public record Row(String question, String answer, boolean health) {

        /** Without what was answered. */
        @Override
        public String toString() {
            return "Row";
        }
    }

    public AnswerSheet {
        rows = List.copyOf(rows);
    }

    public boolean holdsHealth() {
        return rows.stream().anyMatch(Row::health);
    }

    /** Of all lines of an order that were configured, as far as their answers are the reader's to see. */
    public static Map<LineId, AnswerSheet> byLine(Order order, List<ConfigurationModel> models, Reader reader) {
        Map<LineId, AnswerSheet> sheets = new HashMap<>();
        order.details().forEach(detail -> detail.configuration().ifPresent(configuration -> models.stream()
                .filter(model -> model.product().equals(configuration.product()))
                .findFirst()
                .ifPresent(model -> sheets.put(
                        detail.line(), AnswerSheet.of(configuration.answers(), model, order.vendor(), reader)))));
        return sheets;
    }

    /** Where two stages ask the same, such as of each ear, a question names its stage. */
    public static AnswerSheet of(Answers answers, ConfigurationModel model, VendorId vendor, Reader reader) {
        Map<String, Long> asked = model.stages().stream()
                .flatMap(stage -> stage.questions().stream())
                .filter(question -> answers.to(question.code()).isPresent())
                .map(question -> reader.of(vendor, question.about().label()))
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        List<Row> rows = new ArrayList<>();
        for (Stage stage : model.stages()) {
            for (Question question : stage.questions()) {
                String label = reader.of(vendor, question.about().label());
                answers.to(question.code())
                        .filter(answer -> !(answer instanceof Answer.Uploaded))
                        .ifPresent(answer -> rows.add(new Row(
                                asked.getOrDefault(label, 1L) > 1
                                        ? label + ", " + reader.of(vendor, stage.title())
                                        : label,
                                written(question, answer, vendor, reader),
                                stage.subject() == Subject.RECIPIENT)));
            }
        }
        return new AnswerSheet(model.product(), rows);
    }

    private static String written(Question question, Answer answer, VendorId vendor, Reader reader) {
        if (answer instanceof Answer.Chosen chosen && question instanceof Question.Choice choice) {
            return chosen.options().stream()
                    .map(code -> choice.options().stream()
                            .filter(option -> option.code().equals(code))
                            .findFirst()
                            .map(option -> reader.of(vendor, option.label()))
                            .orElse(code))
                    .collect(Collectors.joining(", "));
        }
        if (answer instanceof Answer.Measure measure) {
            String unit = question instanceof Question.Measure asked ? asked.unit() : "";
            String number = reader.number(measure.number());
            return unit.isEmpty() ? number : number + "\u00a0" + unit;
        }
        if (answer instanceof Answer.Day day) {
            return reader.date(day.date());
        }
        if (answer instanceof Answer.Words words) {
            return words.text();
        }
        return answer instanceof Answer.Chosen other ? String.join(", ", other.options()) : "";
    }
}
