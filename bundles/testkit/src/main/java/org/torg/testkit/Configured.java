package org.torg.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Yield;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.Vendor;

/**
 * A configuration made in a few words and judged by its model as it is written, without a solver: nothing is derived. Immutable,
 * each method answers another one. To see what a model says:
 * {@code Configured.of(vendor(), "profile").measure("length", "1200").choose("driver", "dali").parts()}.
 */
public final class Configured {

    private final ConfigurationModel model;
    private final Answers given;

    Configured(ConfigurationModel model, Answers given) {
        this.model = model;
        this.given = given;
    }

    /** With nothing but the model's initial answers, under the initial parameters. */
    public static Configured of(Vendor vendor, String product) {
        return of(model(vendor, product));
    }

    /** With nothing but the model's initial answers. */
    public static Configured of(ConfigurationModel model) {
        Answers initial = Answers.NONE;
        for (Question question : model.questions().toList()) {
            Optional<Answer> answer = initial(question);
            if (answer.isPresent()) {
                initial = initial.with(question.code(), answer.get());
            }
        }
        return new Configured(model, initial);
    }

    /** With these answers and no others. */
    public static Configured of(ConfigurationModel model, Answers answers) {
        return new Configured(model, answers);
    }

    /** The model of a product, under the initial parameters. */
    public static ConfigurationModel model(Vendor vendor, String product) {
        return vendor.configurations(Example.of(vendor).request().parameters()).stream()
                .filter(model -> model.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model of " + product));
    }

    private static Optional<Answer> initial(Question question) {
        if (question instanceof Question.Choice choice && !choice.initial().isEmpty()) {
            return Optional.of(new Answer.Chosen(choice.initial()));
        }
        return question instanceof Question.Measure measure
                ? measure.initial().map(Answer.Measure::new)
                : Optional.empty();
    }

    public Configured choose(String question, String... options) {
        return with(question, Answer.chosen(options));
    }

    public Configured measure(String question, String number) {
        return with(question, new Answer.Measure(new BigDecimal(number)));
    }

    public Configured say(String question, String text) {
        return with(question, new Answer.Words(text));
    }

    public Configured on(String question, LocalDate day) {
        return with(question, new Answer.Day(day));
    }

    /** So many files, whatever is in them. */
    public Configured upload(String question, int files) {
        return with(question, new Answer.Uploaded(Collections.nCopies(files, new UploadId("example"))));
    }

    /** Without an answer to it. */
    public Configured skip(String question) {
        return new Configured(model, given.without(question));
    }

    Configured with(String question, Answer answer) {
        if (model.questions().noneMatch(one -> one.code().equals(question))) {
            throw new IllegalArgumentException("no question " + question);
        }
        return new Configured(model, given.with(question, answer));
    }

    public ConfigurationModel model() {
        return model;
    }

    /** Those given to questions that are asked under the answers before them. */
    public Answers answers() {
        Answers so = Answers.NONE;
        for (Question question : model.questions().toList()) {
            Optional<Answer> answer = given.to(question.code());
            if (answer.isPresent() && holds(question.about().when(), so)) {
                so = so.with(question.code(), answer.get());
            }
        }
        return so;
    }

    /** Codes of the questions that are asked, in their order. */
    public List<String> asked() {
        Answers answers = answers();
        return model.questions()
                .filter(question -> holds(question.about().when(), answers))
                .map(Question::code)
                .toList();
    }

    /** Codes of those that are asked, need an answer and have none. */
    public List<String> missing() {
        Answers answers = answers();
        return model.questions()
                .filter(question -> question.about().required()
                        && holds(question.about().when(), answers)
                        && answers.to(question.code()).isEmpty())
                .map(Question::code)
                .toList();
    }

    /** Codes of the questions whose answers are none of theirs. */
    public List<String> odd() {
        Answers answers = answers();
        return model.questions()
                .filter(question -> answers.to(question.code())
                        .filter(answer -> !fits(question, answer))
                        .isPresent())
                .map(Question::code)
                .toList();
    }

    /** Codes of the constraints that do not hold. */
    public List<String> broken() {
        Answers answers = answers();
        return model.constraints().stream()
                .filter(constraint -> !holds(constraint.must(), answers))
                .map(Constraint::code)
                .toList();
    }

    public boolean complete() {
        return missing().isEmpty() && odd().isEmpty() && broken().isEmpty();
    }

    /** What one of it delivers: article numbers and quantities. */
    public Map<String, Integer> parts() {
        Answers answers = answers();
        Map<String, Integer> parts = new TreeMap<>();
        for (Yield yield : model.yields()) {
            int count = holds(yield.when(), answers) ? count(yield.count(), answers) : 0;
            if (count > 0) {
                parts.merge(yield.sku().value(), count, Integer::sum);
            }
        }
        return parts;
    }

    public List<String> tasks() {
        Answers answers = answers();
        return model.tasks().stream()
                .filter(task -> holds(task.when(), answers))
                .map(Task::code)
                .toList();
    }

    public int extraDays() {
        Answers answers = answers();
        return model.extraDays().stream()
                .filter(days -> holds(days.when(), answers))
                .mapToInt(ConfigurationModel.ExtraDays::workingDays)
                .sum();
    }

    /**
     * A complete one with all these answers and others besides, found by trying. Empty when there is none.
     *
     * @throws IllegalStateException when it would take too long to find out
     */
    public Optional<Configured> completed() {
        return new Completion(model, answers().byQuestion()).found();
    }

    /** Any complete one with this answer; the model's initial ones are tried first. */
    static Optional<Configured> completed(ConfigurationModel model, String question, Answer answer) {
        return new Completion(model, Map.of(question, answer)).found();
    }

    static Optional<Configured> completed(ConfigurationModel model) {
        return new Completion(model, Map.of()).found();
    }

    private static int count(Yield.Count count, Answers answers) {
        if (count instanceof Yield.Count.Fixed fixed) {
            return fixed.quantity();
        }
        Yield.Count.Per per = (Yield.Count.Per) count;
        return answers.to(per.question())
                .map(answer -> ((Answer.Measure) answer)
                        .number()
                        .divide(per.size(), 0, RoundingMode.CEILING)
                        .intValueExact())
                .orElse(0);
    }

    static boolean fits(Question question, Answer answer) {
        if (question instanceof Question.Choice choice && answer instanceof Answer.Chosen chosen) {
            List<String> codes =
                    choice.options().stream().map(Question.Option::code).toList();
            List<String> distinct = new ArrayList<>(codes);
            distinct.retainAll(chosen.options());
            return !chosen.options().isEmpty()
                    && distinct.size() == chosen.options().size()
                    && (choice.several() || distinct.size() == 1);
        }
        if (question instanceof Question.Measure measure && answer instanceof Answer.Measure number) {
            BigDecimal above = number.number().subtract(measure.least());
            return above.signum() >= 0
                    && number.number().compareTo(measure.most()) <= 0
                    && above.remainder(measure.step()).signum() == 0;
        }
        if (question instanceof Question.Files files && answer instanceof Answer.Uploaded uploaded) {
            return uploaded.files().size() >= files.least() && uploaded.files().size() <= files.most();
        }
        if (question instanceof Question.Text text && answer instanceof Answer.Words words) {
            return words.text().length() <= text.maxLength()
                    && text.pattern()
                            .filter(pattern -> !words.text().matches(pattern))
                            .isEmpty();
        }
        return question instanceof Question.Date && answer instanceof Answer.Day;
    }

    static boolean holds(Condition condition, Answers answers) {
        if (condition instanceof Condition.Is is) {
            return answers.to(is.question())
                    .filter(answer -> answer instanceof Answer.Chosen chosen
                            && chosen.options().contains(is.option()))
                    .isPresent();
        }
        if (condition instanceof Condition.Within within) {
            return answers.to(within.question())
                    .filter(answer -> answer instanceof Answer.Measure measure
                            && measure.number().compareTo(within.least()) >= 0
                            && measure.number().compareTo(within.most()) <= 0)
                    .isPresent();
        }
        if (condition instanceof Condition.Answered answered) {
            return answers.to(answered.question()).isPresent();
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), answers);
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(one -> holds(one, answers));
        }
        return ((Condition.Any) condition).conditions().stream().anyMatch(one -> holds(one, answers));
    }
}
