package org.torg.kernel.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Question;

/**
 * Answers, each looked at by itself.
 *
 * @param pieces what the solver can judge, in the order of the model
 * @param faults what no other answer could make right, such as a number out of range; each names its question
 * @param invalid what no model could take
 */
record Given(List<Piece> pieces, List<Detail> faults, List<Detail> invalid) {

    /**
     * A part of an answer: one option, a number, or that there is one.
     *
     * @param literal that it states; negative where nothing is to be chosen
     * @param value as it is kept
     */
    record Piece(Slot slot, int literal, Answer value) {
        boolean of(Slot other) {
            return slot.index() == other.index();
        }
    }

    static Given of(CompiledModel model, Answers answers, LocalDate today) {
        Given given = new Given(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Slot slot : model.slots()) {
            answers.to(slot.code()).ifPresent(answer -> given.judge(slot, answer, today));
        }
        for (Map.Entry<String, Answer> entry : answers.byQuestion().entrySet()) {
            if (model.slot(entry.getKey()).isEmpty()) {
                given.faults.add(Refusal.detail(
                        field(entry.getKey()), "question-unknown", "There is no such question any more."));
            }
        }
        return given;
    }

    static String field(String question) {
        return "/answers/" + question.replace("~", "~0").replace("/", "~1");
    }

    /** Of a detail of this class. */
    static String question(Detail detail) {
        return detail.field().substring(field("").length()).replace("~1", "/").replace("~0", "~");
    }

    private void judge(Slot slot, Answer answer, LocalDate today) {
        Question question = slot.question();
        if (question instanceof Question.Choice choice && answer instanceof Answer.Chosen chosen) {
            options(slot, choice, chosen);
        } else if (question instanceof Question.Measure measure && answer instanceof Answer.Measure number) {
            number(slot, measure, number);
        } else if (question instanceof Question.Text text && answer instanceof Answer.Words words) {
            words(slot, text, words);
        } else if (question instanceof Question.Date date && answer instanceof Answer.Day day) {
            day(slot, date, day, today);
        } else if (question instanceof Question.Files files && answer instanceof Answer.Uploaded uploaded) {
            files(slot, files, uploaded);
        } else {
            invalid.add(
                    Refusal.detail(field(slot.code()), "answer-invalid", "Such an answer does not fit the question."));
        }
    }

    private void options(Slot slot, Question.Choice choice, Answer.Chosen chosen) {
        for (String code : chosen.options()) {
            if (slot.option(code) < 0) {
                faults.add(Refusal.detail(field(slot.code()), "option-unknown", "There is no such option any more."));
            }
        }
        List<Question.Option> options = choice.options();
        for (int i = 0; i < options.size(); i++) {
            String code = options.get(i).code();
            if (chosen.options().contains(code)) {
                pieces.add(new Piece(slot, slot.values().get(i), Answer.chosen(code)));
            }
        }
        if (chosen.options().isEmpty()) {
            pieces.add(new Piece(slot, -slot.answered(), chosen));
        }
    }

    private void number(Slot slot, Question.Measure measure, Answer.Measure number) {
        Optional<Integer> interval = Numbers.isPlain(number.number())
                ? slot.intervals().flatMap(intervals -> intervals.of(number.number()))
                : Optional.empty();
        if (interval.isPresent()) {
            pieces.add(new Piece(
                    slot, slot.values().get(interval.get()), new Answer.Measure(Numbers.scaled(number.number()))));
            return;
        }
        faults.add(Refusal.detail(
                field(slot.code()),
                "number-out-of-range",
                "A number from {0} to {1} is asked, in steps.",
                new Argument.Numeral(measure.least()),
                new Argument.Numeral(measure.most())));
    }

    private void words(Slot slot, Question.Text question, Answer.Words words) {
        String text = words.text();
        if (text.isBlank()) {
            return;
        }
        if (text.codePointCount(0, text.length()) > question.maxLength()) {
            faults.add(Refusal.detail(
                    field(slot.code()),
                    "answer-too-long",
                    "This may have {0} characters.",
                    Argument.number(question.maxLength())));
        } else if (!Wording.fits(question, text)) {
            faults.add(Refusal.detail(field(slot.code()), "text-unfit", "This is not written as it is asked for."));
        } else {
            pieces.add(new Piece(slot, slot.answered(), words));
        }
    }

    private void day(Slot slot, Question.Date question, Answer.Day day, LocalDate today) {
        LocalDate first = today.plusDays(question.leastDays());
        LocalDate last = today.plusDays(question.mostDays());
        if (day.date().isBefore(first) || day.date().isAfter(last)) {
            faults.add(Refusal.detail(
                    field(slot.code()),
                    "date-out-of-range",
                    "A day from {0} to {1} is asked.",
                    Argument.date(first),
                    Argument.date(last)));
        } else {
            pieces.add(new Piece(slot, slot.answered(), day));
        }
    }

    private void files(Slot slot, Question.Files question, Answer.Uploaded uploaded) {
        int count = uploaded.files().size();
        if (count == 0) {
            return;
        }
        if (count < question.least() || count > question.most()) {
            faults.add(Refusal.detail(
                    field(slot.code()),
                    "file-count-invalid",
                    "{0} to {1} files are asked.",
                    Argument.number(question.least()),
                    Argument.number(question.most())));
        } else {
            pieces.add(new Piece(slot, slot.answered(), uploaded));
        }
    }
}
