package org.torg.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;

/** Looks for a complete configuration with given answers by trying all others, question by question. */
final class Completion {

    private static final int MOST_TRIES = 2_000_000;
    private static final int MOST_VALUES = 60;

    private final ConfigurationModel model;
    private final List<Question> questions;
    private final Map<String, Answer> fixed;
    /** By the place of the last question that a constraint looks at. */
    private final Map<Integer, List<Constraint>> due = new HashMap<>();

    private int tries;

    Completion(ConfigurationModel model, Map<String, Answer> fixed) {
        this.model = model;
        this.questions = model.questions().toList();
        this.fixed = fixed;
        for (Constraint constraint : model.constraints()) {
            int last = Flaws.questions(constraint.must()).stream()
                    .mapToInt(this::place)
                    .max()
                    .orElse(-1);
            due.computeIfAbsent(last, none -> new ArrayList<>()).add(constraint);
        }
    }

    Optional<Configured> found() {
        return brokenAt(-1, Answers.NONE)
                ? Optional.empty()
                : from(0, Answers.NONE).map(answers -> new Configured(model, answers));
    }

    private Optional<Answers> from(int place, Answers so) {
        if (++tries > MOST_TRIES) {
            throw new IllegalStateException("too many ways to configure " + model.product());
        }
        if (place == questions.size()) {
            return Optional.of(so);
        }
        for (Answers next : nexts(questions.get(place), so)) {
            Optional<Answers> all = brokenAt(place, next) ? Optional.empty() : from(place + 1, next);
            if (all.isPresent()) {
                return all;
            }
        }
        return Optional.empty();
    }

    private List<Answers> nexts(Question question, Answers so) {
        boolean asked = Configured.holds(question.about().when(), so);
        if (fixed.containsKey(question.code())) {
            return asked ? List.of(so.with(question.code(), fixed.get(question.code()))) : List.of();
        }
        if (!asked) {
            return List.of(so);
        }
        List<Answers> nexts = new ArrayList<>();
        for (Answer answer : values(question)) {
            nexts.add(so.with(question.code(), answer));
        }
        if (!question.about().required()) {
            nexts.add(so);
        }
        return nexts;
    }

    private boolean brokenAt(int place, Answers so) {
        return due.getOrDefault(place, List.of()).stream()
                .anyMatch(constraint -> !Configured.holds(constraint.must(), so));
    }

    private int place(String code) {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /** Those that may make a difference, what is there at the start before the others. */
    private List<Answer> values(Question question) {
        if (question instanceof Question.Choice choice) {
            Set<Answer> values = new LinkedHashSet<>();
            if (!choice.initial().isEmpty()) {
                values.add(new Answer.Chosen(choice.initial()));
            }
            choice.options().forEach(option -> values.add(Answer.chosen(option.code())));
            if (choice.several()) {
                subsets(choice.options()).forEach(values::add);
            }
            return List.copyOf(values);
        }
        if (question instanceof Question.Measure measure) {
            return numbers(measure).stream().<Answer>map(Answer.Measure::new).toList();
        }
        if (question instanceof Question.Files files) {
            return List.of(new Answer.Uploaded(java.util.Collections.nCopies(files.least(), new UploadId("example"))));
        }
        return List.of(question instanceof Question.Date ? new Answer.Day(LocalDate.EPOCH) : new Answer.Words("x"));
    }

    private static List<Answer> subsets(List<Question.Option> options) {
        List<Answer> subsets = new ArrayList<>();
        for (int mask = 1; mask < 1 << Math.min(options.size(), 6); mask++) {
            List<String> some = new ArrayList<>();
            for (int i = 0; i < options.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    some.add(options.get(i).code());
                }
            }
            subsets.add(new Answer.Chosen(some));
        }
        return subsets;
    }

    /** Its ends, all of it when it is short, and what conditions look at with its neighbours. */
    private List<BigDecimal> numbers(Question.Measure measure) {
        TreeSet<BigDecimal> numbers = new TreeSet<>(List.of(measure.least(), measure.most()));
        for (BigDecimal bound : Flaws.bounds(model, measure.code())) {
            BigDecimal down = bound.subtract(
                    bound.subtract(measure.least()).remainder(measure.step()).add(measure.step()));
            for (int i = 0; i < 4; i++) {
                numbers.add(down.add(measure.step().multiply(BigDecimal.valueOf(i))));
            }
        }
        BigDecimal number = measure.least();
        for (int i = 0; i < MOST_VALUES && number.compareTo(measure.most()) < 0; i++) {
            numbers.add(number);
            number = number.add(measure.step());
        }
        List<BigDecimal> values = new ArrayList<>();
        measure.initial().ifPresent(values::add);
        numbers.stream()
                .filter(one -> Configured.fits(measure, new Answer.Measure(one)))
                .forEach(values::add);
        return values;
    }
}
