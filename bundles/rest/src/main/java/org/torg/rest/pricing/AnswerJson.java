package org.torg.rest.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.torg.api.account.RecipientId;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configurations;
import org.torg.api.upload.UploadId;
import org.torg.rest.http.Faults;

/**
 * What was answered to one question: exactly one of these.
 *
 * @param chosen codes of options
 * @param files ids of uploads
 */
public record AnswerJson(
        Optional<List<String>> chosen,
        Optional<BigDecimal> number,
        Optional<String> text,
        Optional<String> date,
        Optional<List<String>> files) {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_CODES = 200;
    private static final int MOST_DIGITS = 30;

    /** By the codes of their questions. */
    public static Answers read(Faults faults, String at, Optional<Map<String, AnswerJson>> answers) {
        return new Answers(faults.entries(
                at,
                answers,
                Configurations.MAX_ANSWERS,
                "answers-too-many",
                (pointer, answer) -> answer.read(faults, pointer)));
    }

    public static Map<String, AnswerJson> of(Answers answers) {
        Map<String, AnswerJson> shown = new TreeMap<>();
        answers.byQuestion().forEach((question, answer) -> shown.put(question, of(answer)));
        return shown;
    }

    public static Optional<RecipientId> recipient(Faults faults, String at, Optional<String> id) {
        return faults.text(at, id, 64).map(RecipientId::new);
    }

    private Answer read(Faults faults, String at) {
        long given = Stream.of(chosen, number, text, date, files)
                .filter(Optional::isPresent)
                .count();
        faults.holds(given == 1, at, "answer-invalid", "An answer is one of: chosen, number, text, date, files.");
        if (number.isPresent()) {
            faults.holds(
                    number.get().precision() <= MOST_DIGITS
                            && Math.abs(number.get().scale()) <= MOST_DIGITS,
                    at + "/number",
                    "answer-invalid",
                    "This number is too long.");
            return new Answer.Measure(number.get());
        }
        if (text.isPresent()) {
            return new Answer.Words(
                    faults.note(at + "/text", text, LONGEST_TEXT).orElse(""));
        }
        if (date.isPresent()) {
            return new Answer.Day(faults.day(at + "/date", date).orElse(LocalDate.EPOCH));
        }
        if (files.isPresent()) {
            return new Answer.Uploaded(codes(faults, at + "/files", files).stream()
                    .map(UploadId::new)
                    .toList());
        }
        return new Answer.Chosen(codes(faults, at + "/chosen", chosen));
    }

    private static List<String> codes(Faults faults, String at, Optional<List<String>> codes) {
        return faults.each(at, codes, MOST_CODES, "answer-invalid", (pointer, code) -> faults.text(
                        pointer, Optional.of(code), LONGEST_CODE)
                .orElse(""));
    }

    private static AnswerJson of(Answer answer) {
        if (answer instanceof Answer.Measure measure) {
            return new AnswerJson(
                    Optional.empty(),
                    Optional.of(measure.number()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (answer instanceof Answer.Words words) {
            return new AnswerJson(
                    Optional.empty(), Optional.empty(), Optional.of(words.text()), Optional.empty(), Optional.empty());
        }
        if (answer instanceof Answer.Day day) {
            return new AnswerJson(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(day.date().toString()),
                    Optional.empty());
        }
        if (answer instanceof Answer.Uploaded uploaded) {
            return new AnswerJson(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(uploaded.files().stream().map(UploadId::value).toList()));
        }
        return new AnswerJson(
                Optional.of(((Answer.Chosen) answer).options()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "AnswerJson";
    }
}
