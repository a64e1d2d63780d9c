package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.Question;

/** All configurations of a small model, found by trying everything. Knows nothing of the engine. */
final class BruteForce {

    /** A part of an answer; an empty value says that there is none. */
    record Fact(String question, String value) {}

    /** Question to its values; without an entry it has none. */
    record Whole(Map<String, Set<String>> values) {

        Set<String> of(String question) {
            return values.getOrDefault(question, Set.of());
        }

        boolean has(Fact fact) {
            return fact.value().isEmpty()
                    ? of(fact.question()).isEmpty()
                    : of(fact.question()).contains(fact.value());
        }

        boolean has(Iterable<Fact> facts) {
            for (Fact fact : facts) {
                if (!has(fact)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final ConfigurationModel model;
    /** Constraints apart. */
    private final List<Whole> structural = new ArrayList<>();

    private final List<Whole> valid = new ArrayList<>();

    BruteForce(ConfigurationModel model) {
        this.model = model;
        extend(model.questions().toList(), 0, new TreeMap<>());
        structural.stream()
                .filter(whole -> model.constraints().stream().allMatch(rule -> holds(rule.must(), whole)))
                .forEach(valid::add);
    }

    List<Whole> valid() {
        return valid;
    }

    boolean any(Iterable<Fact> facts) {
        return valid.stream().anyMatch(whole -> whole.has(facts));
    }

    boolean all(Iterable<Fact> facts, Fact fact) {
        return valid.stream().filter(whole -> whole.has(facts)).allMatch(whole -> whole.has(fact));
    }

    /** Whether these go together under these constraints alone. */
    boolean any(Iterable<Fact> facts, Predicate<Constraint> constraints) {
        return structural.stream()
                .anyMatch(whole -> whole.has(facts)
                        && model.constraints().stream()
                                .filter(constraints)
                                .allMatch(rule -> holds(rule.must(), whole)));
    }

    static List<String> values(Question question) {
        if (question instanceof Question.Choice choice) {
            return choice.options().stream().map(Question.Option::code).toList();
        }
        if (question instanceof Question.Measure measure) {
            List<String> values = new ArrayList<>();
            for (BigDecimal value = measure.least();
                    value.compareTo(measure.most()) <= 0;
                    value = value.add(measure.step())) {
                values.add(text(value));
            }
            return values;
        }
        return List.of("words");
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void extend(List<Question> questions, int index, Map<String, Set<String>> values) {
        if (index == questions.size()) {
            structural.add(new Whole(Map.copyOf(values)));
            return;
        }
        Question question = questions.get(index);
        boolean asked = holds(question.about().when(), new Whole(values));
        if (!asked || !question.about().required()) {
            extend(questions, index + 1, values);
        }
        if (asked) {
            for (Set<String> answer : answers(question)) {
                values.put(question.code(), answer);
                extend(questions, index + 1, values);
                values.remove(question.code());
            }
        }
    }

    private static List<Set<String>> answers(Question question) {
        List<String> values = values(question);
        List<Set<String>> answers = new ArrayList<>();
        if (question instanceof Question.Choice choice && choice.several()) {
            for (int bits = 1; bits < 1 << values.size(); bits++) {
                Set<String> some = new TreeSet<>();
                for (int i = 0; i < values.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        some.add(values.get(i));
                    }
                }
                answers.add(some);
            }
        } else {
            values.forEach(value -> answers.add(Set.of(value)));
        }
        return answers;
    }

    private static boolean holds(Condition condition, Whole whole) {
        if (condition instanceof Condition.Is is) {
            return whole.of(is.question()).contains(is.option());
        } else if (condition instanceof Condition.Answered answered) {
            return !whole.of(answered.question()).isEmpty();
        } else if (condition instanceof Condition.Within within) {
            return whole.of(within.question()).stream()
                    .map(BigDecimal::new)
                    .anyMatch(number -> number.compareTo(within.least()) >= 0 && number.compareTo(within.most()) <= 0);
        } else if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), whole);
        } else if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(each -> holds(each, whole));
        }
        return ((Condition.Any) condition).conditions().stream().anyMatch(each -> holds(each, whole));
    }

    /** In the order of the model. */
    List<Fact> facts(Answers answers) {
        List<Fact> facts = new ArrayList<>();
        model.questions().forEach(question -> answers.to(question.code()).ifPresent(answer -> {
            if (answer instanceof Answer.Chosen chosen) {
                chosen.options().forEach(option -> facts.add(new Fact(question.code(), option)));
                if (chosen.options().isEmpty()) {
                    facts.add(new Fact(question.code(), ""));
                }
            } else if (answer instanceof Answer.Measure number) {
                facts.add(new Fact(question.code(), text(number.number())));
            } else {
                facts.add(new Fact(question.code(), "words"));
            }
        }));
        return facts;
    }
}
