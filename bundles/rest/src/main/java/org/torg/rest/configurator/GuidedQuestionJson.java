package org.torg.rest.configurator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.api.configurator.Question;
import org.torg.http.Wording;
import org.torg.rest.configurator.GuidanceJson.NumberRangeJson;
import org.torg.rest.http.Words;

/**
 * A question with what may be answered now.
 *
 * @param kind choice, number, text, date or files; each has those of the other fields that concern it
 * @param least of a number; of a date in days from today; of files, how many
 * @param most likewise; of a text in characters
 * @param ranges of a number: what is still possible
 */
public record GuidedQuestionJson(
        String code,
        String label,
        Optional<String> help,
        String kind,
        boolean required,
        String status,
        Optional<Boolean> several,
        Optional<List<GuidedOptionJson>> options,
        Optional<String> unit,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<BigDecimal> step,
        Optional<List<NumberRangeJson>> ranges,
        Optional<Boolean> lines,
        Optional<String> pattern,
        Optional<List<String>> types) {

    public record GuidedOptionJson(String code, String label, String status) {}

    static GuidedQuestionJson of(Question question, QuestionState state, Wording wording) {
        if (question instanceof Question.Choice choice) {
            return choice(choice, state, wording);
        }
        if (question instanceof Question.Measure measure) {
            return plain(
                    question,
                    state,
                    wording,
                    "number",
                    Optional.of(measure.least()),
                    Optional.of(measure.most()),
                    Optional.of(measure),
                    Optional.empty(),
                    Optional.empty());
        }
        if (question instanceof Question.Text text) {
            return plain(
                    question,
                    state,
                    wording,
                    "text",
                    Optional.empty(),
                    Optional.of(BigDecimal.valueOf(text.maxLength())),
                    Optional.empty(),
                    Optional.of(text),
                    Optional.empty());
        }
        if (question instanceof Question.Date date) {
            return plain(
                    question,
                    state,
                    wording,
                    "date",
                    Optional.of(BigDecimal.valueOf(date.leastDays())),
                    Optional.of(BigDecimal.valueOf(date.mostDays())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Question.Files files = (Question.Files) question;
        return plain(
                question,
                state,
                wording,
                "files",
                Optional.of(BigDecimal.valueOf(files.least())),
                Optional.of(BigDecimal.valueOf(files.most())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(files));
    }

    private static GuidedQuestionJson choice(Question.Choice choice, QuestionState state, Wording wording) {
        Map<String, Guidance.OptionStatus> statuses = new HashMap<>();
        for (OptionState option : state.options()) {
            statuses.put(option.code(), option.status());
        }
        return new GuidedQuestionJson(
                choice.code(),
                wording.of(choice.about().label()),
                choice.about().help().map(wording::of),
                "choice",
                choice.about().required(),
                Words.of(state.status()),
                Optional.of(choice.several()),
                Optional.of(choice.options().stream()
                        .map(option -> new GuidedOptionJson(
                                option.code(),
                                wording.of(option.label()),
                                Words.of(statuses.getOrDefault(option.code(), Guidance.OptionStatus.EXCLUDED))))
                        .toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static GuidedQuestionJson plain(
            Question question,
            QuestionState state,
            Wording wording,
            String kind,
            Optional<BigDecimal> least,
            Optional<BigDecimal> most,
            Optional<Question.Measure> measure,
            Optional<Question.Text> text,
            Optional<Question.Files> files) {
        return new GuidedQuestionJson(
                question.code(),
                wording.of(question.about().label()),
                question.about().help().map(wording::of),
                kind,
                question.about().required(),
                Words.of(state.status()),
                Optional.empty(),
                Optional.empty(),
                measure.map(Question.Measure::unit),
                least,
                most,
                measure.map(Question.Measure::step),
                measure.map(number -> state.ranges().stream()
                        .map(range -> new NumberRangeJson(range.least(), range.most()))
                        .toList()),
                text.map(Question.Text::lines),
                text.flatMap(Question.Text::pattern),
                files.map(asked -> asked.types().stream().sorted().toList()));
    }
}
