package org.torg.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;

/** Looks for a complete configuration with given answers by trying all others, question by question. */
final class Completion {

    private static final int MOST_TRIES = 2_000_000;
    private static final int MOST_VALUES = 60;

    private final ConfigurationModel model;
    private final List<Question> questions;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Answer> fixed;

    private int tries;

    /** What is known of a condition while not all is answered. */
    private enum Truth {
        YES,
        NO,
        OPEN;

        Truth not() {
            return this == OPEN ? OPEN : of(this == NO);
        }

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    Completion(ConfigurationModel model, Map<String, Answer> fixed) {
        this.model = model;
        this.questions = model.questions().toList();
        this.fixed = fixed;
        questions.forEach(question -> places.put(question.code(), places.size()));
    }

    Optional<Configured> found() {
        return from(0, Answers.NONE).map(answers -> new Configured(model, answers));
    }

    /** @param place of the first question that is not decided yet */
    private Optional<Answers> from(int place, Answers so) {
        if (++tries > MOST_TRIES) {
            throw new IllegalStateException("too many ways to configure " + model.product());
        }
        if (isHopeless(place, so)) {
            return Optional.empty();
        }
        if (place == questions.size()) {
            return Optional.of(so);
        }
        for (Answers next : nexts(questions.get(place), so)) {
            Optional<Answers> all = from(place + 1, next);
            if (all.isPresent()) {
                return all;
            }
        }
        return Optional.empty();
    }

    /** A constraint is broken already, or something that is given will not be asked. */
    private boolean isHopeless(int place, Answers so) {
        return model.constraints().stream().anyMatch(constraint -> truth(constraint.must(), place, so) == Truth.NO)
                || questions.stream()
                        .anyMatch(question -> fixed.containsKey(question.code())
                                && truth(question.about().when(), place, so) == Truth.NO);
    }

    private Truth truth(Condition condition, int place, Answers so) {
        if (condition instanceof Condition.Not not) {
            return truth(not.condition(), place, so).not();
        }
        if (condition instanceof Condition.All all) {
            return all(all.conditions(), place, so, Truth.NO);
        }
        if (condition instanceof Condition.Any any) {
            return all(any.conditions(), place, so, Truth.YES);
        }
        String code = Flaws.questions(condition).iterator().next();
        int asked = places.getOrDefault(code, -1);
        if (asked < place) {
            return Truth.of(Configured.holds(condition, so));
        }
        if (truth(questions.get(asked).about().when(), place, so) == Truth.NO) {
            return Truth.NO;
        }
        Answer given = fixed.get(code);
        return given == null ? Truth.OPEN : Truth.of(Configured.holds(condition, Answers.NONE.with(code, given)));
    }

    /** @param decisive what one of them alone makes of the whole */
    private Truth all(List<Condition> conditions, int place, Answers so, Truth decisive) {
        Truth whole = decisive.not();
        for (Condition condition : conditions) {
            Truth one = truth(condition, place, so);
            if (one == decisive) {
                return decisive;
            }
            whole = one == Truth.OPEN ? Truth.OPEN : whole;
        }
        return whole;
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
            return List.of(new Answer.Uploaded(Collections.nCopies(files.least(), new UploadId("example"))));
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
