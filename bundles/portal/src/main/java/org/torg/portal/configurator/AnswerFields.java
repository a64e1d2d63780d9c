package org.torg.portal.configurator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;
import org.torg.portal.page.Fields;

/**
 * Answers as fields of a form. Beside each answer that nobody has chosen, such as a default, stands what it was when the form was
 * written: as long as it stays the same it is nobody's choice, and gives way to those that are.
 */
final class AnswerFields {

    static final String ANSWER = "a.";
    static final String UNCHOSEN = "u.";

    /** What an id of a file can be. */
    static final String ID = "[A-Za-z0-9_-]{1,64}";

    private AnswerFields() {}

    static Answers read(ConfigurationModel model, Fields fields) {
        Answers answers = Answers.NONE;
        for (Question question : model.questions().toList()) {
            String code = question.code();
            List<String> typed = fields.all(ANSWER + code).stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            boolean unchosen =
                    fields.has(UNCHOSEN + code) && fields.typed(UNCHOSEN + code).equals(String.join(",", typed));
            Optional<Answer> answer = typed.isEmpty() || unchosen ? Optional.empty() : answer(question, typed);
            if (answer.isPresent()) {
                answers = answers.with(code, answer.get());
            }
        }
        return answers;
    }

    /** Empty for what cannot be read as an answer to this question; the form shows it as missing. */
    private static Optional<Answer> answer(Question question, List<String> typed) {
        String first = typed.get(0);
        if (question instanceof Question.Choice) {
            return Optional.of(new Answer.Chosen(typed));
        }
        if (question instanceof Question.Measure) {
            return number(first).map(Answer.Measure::new);
        }
        if (question instanceof Question.Date) {
            return day(first).map(Answer.Day::new);
        }
        if (question instanceof Question.Files) {
            List<UploadId> files = typed.stream()
                    .filter(id -> id.matches(ID))
                    .distinct()
                    .map(UploadId::new)
                    .toList();
            return files.isEmpty() ? Optional.empty() : Optional.of(new Answer.Uploaded(files));
        }
        return Optional.of(new Answer.Words(first));
    }

    /** As people write it: with a comma or a point, and spaces between thousands. */
    private static Optional<BigDecimal> number(String typed) {
        String plain =
                typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
        return plain.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As it stands in the field. */
    static String write(Answer answer) {
        if (answer instanceof Answer.Chosen chosen) {
            return String.join(",", chosen.options());
        }
        if (answer instanceof Answer.Measure measure) {
            return measure.number().toPlainString();
        }
        if (answer instanceof Answer.Words words) {
            return words.text();
        }
        if (answer instanceof Answer.Day day) {
            return day.date().toString();
        }
        return ((Answer.Uploaded) answer).files().stream().map(UploadId::value).collect(Collectors.joining(","));
    }
}
