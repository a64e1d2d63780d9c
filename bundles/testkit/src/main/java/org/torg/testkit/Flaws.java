package org.torg.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torg.api.Message;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Yield;
import org.torg.api.vendor.Vendor;

/** What makes the models of a vendor unsound, in words; empty is well. Looks by trying, so it is for models of a test's size. */
public final class Flaws {

    private final Vendor vendor;
    private final ConfigurationModel model;
    private final List<Question> questions;
    private final List<String> found = new ArrayList<>();

    private Flaws(Vendor vendor, ConfigurationModel model) {
        this.vendor = vendor;
        this.model = model;
        this.questions = model.questions().toList();
    }

    /** Of all its models, under the initial parameters. */
    public static List<String> of(Vendor vendor) {
        List<String> found = new ArrayList<>();
        Set<String> products = new HashSet<>();
        for (ConfigurationModel model :
                vendor.configurations(Example.of(vendor).request().parameters())) {
            if (!products.add(model.product())) {
                found.add(model.product() + ": has two models");
            }
            new Flaws(vendor, model).look().forEach(flaw -> found.add(model.product() + ": " + flaw));
        }
        return found;
    }

    private List<String> look() {
        unique("stage", model.stages().stream().map(ConfigurationModel.Stage::code));
        unique("question", questions.stream().map(Question::code));
        unique("constraint", model.constraints().stream().map(Constraint::code));
        unique("task", model.tasks().stream().map(Task::code));
        Set<String> before = new HashSet<>();
        for (Question question : questions) {
            questions(question.about().when()).stream()
                    .filter(code -> !before.contains(code))
                    .forEach(code -> found.add(question.code() + " is asked under a condition on " + code));
            before.add(question.code());
        }
        conditions(model).forEach(this::exists);
        model.stages().forEach(stage -> read(stage.title()));
        questions.forEach(this::question);
        model.constraints().forEach(constraint -> read(constraint.why()));
        model.tasks().forEach(task -> read(task.label()));
        if (found.isEmpty()) {
            solvable();
        }
        return found;
    }

    private void question(Question question) {
        read(question.about().label());
        question.about().help().ifPresent(this::read);
        if (question instanceof Question.Choice choice) {
            unique("option of " + choice.code(), choice.options().stream().map(Question.Option::code));
            choice.options().forEach(option -> read(option.label()));
        }
    }

    /** Initial answers break nothing, something can be ordered, and there is no option that nobody could ever choose. */
    private void solvable() {
        Configured initial = Configured.of(model);
        initial.odd().forEach(code -> found.add("the initial answer to " + code + " is none of its answers"));
        if (Configured.completed(model).isEmpty()) {
            found.add("has no complete configuration");
            return;
        }
        if (initial.completed().isEmpty()) {
            found.add("cannot be completed with the initial answers, which break " + initial.broken());
        }
        for (Question question : questions) {
            if (question instanceof Question.Choice choice) {
                choice.options().stream()
                        .map(Question.Option::code)
                        .filter(option -> Configured.completed(model, choice.code(), Answer.chosen(option))
                                .isEmpty())
                        .forEach(option -> found.add(choice.code() + " can never be " + option));
            } else if (question instanceof Question.Measure measure) {
                Stream.of(measure.least(), measure.most())
                        .filter(end -> Configured.completed(model, measure.code(), new Answer.Measure(end))
                                .isEmpty())
                        .forEach(end -> found.add(measure.code() + " can never be " + end));
            }
        }
    }

    private void unique(String kind, Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.filter(code -> !seen.add(code))
                .forEach(code -> found.add("the " + kind + " " + code + " is there twice"));
    }

    private void exists(Condition condition) {
        for (String code : questions(condition)) {
            if (question(code).isEmpty()) {
                found.add("no question " + code);
            }
        }
        leaves(condition).forEach(leaf -> {
            if (leaf instanceof Condition.Is is
                    && question(is.question())
                            .filter(question -> !(question instanceof Question.Choice choice
                                    && choice.options().stream()
                                            .anyMatch(option -> option.code().equals(is.option()))))
                            .isPresent()) {
                found.add(is.question() + " has no option " + is.option());
            } else if (leaf instanceof Condition.Within within
                    && question(within.question())
                            .filter(question -> !(question instanceof Question.Measure))
                            .isPresent()) {
                found.add(within.question() + " is no number");
            }
        });
    }

    private Optional<Question> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private void read(Message message) {
        Map<String, Map<String, String>> texts = vendor.texts().byLanguage();
        for (String language : vendor.descriptor().languages()) {
            if (texts.getOrDefault(language, Map.of())
                    .getOrDefault(message.key(), "")
                    .isBlank()) {
                found.add("no text in " + language + " for " + message.key());
            }
        }
    }

    /** Codes of the questions that it looks at. */
    static Set<String> questions(Condition condition) {
        Set<String> codes = new LinkedHashSet<>();
        leaves(condition).forEach(leaf -> {
            if (leaf instanceof Condition.Is is) {
                codes.add(is.question());
            } else if (leaf instanceof Condition.Within within) {
                codes.add(within.question());
            } else {
                codes.add(((Condition.Answered) leaf).question());
            }
        });
        return codes;
    }

    /** The numbers between which conditions part the answers to a question. */
    static List<BigDecimal> bounds(ConfigurationModel model, String question) {
        return conditions(model)
                .flatMap(Flaws::leaves)
                .flatMap(leaf -> leaf instanceof Condition.Within within
                                && within.question().equals(question)
                        ? Stream.of(within.least(), within.most())
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private static Stream<Condition> conditions(ConfigurationModel model) {
        return Stream.of(
                        model.questions().map(question -> question.about().when()),
                        model.constraints().stream().map(Constraint::must),
                        model.yields().stream().map(Yield::when),
                        model.yields().stream()
                                .filter(yield -> yield.count() instanceof Yield.Count.Per)
                                .map(yield -> new Condition.Answered(((Yield.Count.Per) yield.count()).question())),
                        model.tasks().stream().map(Task::when),
                        model.extraDays().stream().map(ExtraDays::when))
                .flatMap(some -> some);
    }

    private static Stream<Condition> leaves(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return leaves(not.condition());
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().flatMap(Flaws::leaves);
        }
        return condition instanceof Condition.Any any
                ? any.conditions().stream().flatMap(Flaws::leaves)
                : Stream.of(condition);
    }
}
