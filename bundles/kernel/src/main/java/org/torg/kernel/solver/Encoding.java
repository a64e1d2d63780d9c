package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.Question;

/**
 * Writes a model as clauses: a variable for each option, each interval of a number and each question that is answered;
 * conditions by Tseitin's transformation, equal ones once.
 */
final class Encoding {

    /** A variable that is true. */
    static final int TRUTH = 1;

    /** @param constraint index of the constraint that it states; -1 of what holds by itself */
    record Clause(int constraint, List<Integer> literals) {}

    private final ConfigurationModel model;
    private final List<Clause> clauses = new ArrayList<>();
    /** At most one of each. */
    private final List<List<Integer>> exclusive = new ArrayList<>();

    private final Map<Condition, Integer> known = new HashMap<>();
    private final Map<String, TreeSet<Long>> cuts = new HashMap<>();
    private final Map<String, Slot> slots = new HashMap<>();
    private final List<Slot> ordered = new ArrayList<>();
    private int variables = TRUTH;

    private Encoding(ConfigurationModel model) {
        this.model = model;
    }

    static CompiledModel compile(ConfigurationModel model, String hash) {
        Encoding encoding = new Encoding(model);
        encoding.add(-1, TRUTH);
        encoding.cut();
        model.questions().forEach(encoding::question);
        List<Constraint> constraints = model.constraints();
        for (int i = 0; i < constraints.size(); i++) {
            encoding.hold(i, constraints.get(i).must(), true);
        }
        return new CompiledModel(
                model, hash, encoding.ordered, encoding.variables, encoding.clauses, encoding.exclusive);
    }

    private void cut() {
        Map<String, Question.Measure> measures = new HashMap<>();
        model.questions()
                .filter(Question.Measure.class::isInstance)
                .forEach(question -> measures.put(question.code(), (Question.Measure) question));
        List<Condition> conditions = new ArrayList<>();
        model.questions().forEach(question -> conditions.add(question.about().when()));
        model.constraints().forEach(constraint -> conditions.add(constraint.must()));
        conditions.forEach(condition -> cut(condition, measures));
    }

    private void cut(Condition condition, Map<String, Question.Measure> measures) {
        if (condition instanceof Condition.Within within) {
            Question.Measure measure = measures.get(within.question());
            if (measure != null) {
                cuts.computeIfAbsent(within.question(), question -> new TreeSet<>())
                        .addAll(Intervals.cuts(measure, within.least(), within.most()));
            }
        } else if (condition instanceof Condition.Not not) {
            cut(not.condition(), measures);
        } else if (condition instanceof Condition.All all) {
            all.conditions().forEach(each -> cut(each, measures));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(each -> cut(each, measures));
        }
    }

    private void question(Question question) {
        int asked = literal(question.about().when());
        int answered = ++variables;
        Optional<Intervals> intervals = question instanceof Question.Measure measure
                ? Optional.of(Intervals.of(measure, cuts.getOrDefault(question.code(), new TreeSet<>())))
                : Optional.empty();
        int count = question instanceof Question.Choice choice
                ? choice.options().size()
                : intervals.map(Intervals::size).orElse(0);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(++variables);
        }
        Slot slot = new Slot(ordered.size(), question, asked, answered, List.copyOf(values), intervals);
        ordered.add(slot);
        slots.put(question.code(), slot);
        add(-1, -answered, asked);
        if (question.about().required()) {
            add(-1, -asked, answered);
        }
        if (slot.values().isEmpty() && !(question instanceof Question.Choice)) {
            return;
        }
        int[] some = new int[count + 1];
        for (int i = 0; i < count; i++) {
            some[i] = values.get(i);
            add(-1, -values.get(i), answered);
        }
        some[count] = -answered;
        add(-1, some);
        if (!slot.several() && count > 1) {
            exclusive.add(slot.values());
        }
    }

    private void add(int constraint, int... literals) {
        clauses.add(new Clause(constraint, Arrays.stream(literals).boxed().toList()));
    }

    /** States that a condition holds, or that it does not. */
    private void hold(int constraint, Condition condition, boolean holds) {
        if (condition instanceof Condition.Not not) {
            hold(constraint, not.condition(), !holds);
        } else if (condition instanceof Condition.All all && holds) {
            all.conditions().forEach(each -> hold(constraint, each, true));
        } else if (condition instanceof Condition.Any any && !holds) {
            any.conditions().forEach(each -> hold(constraint, each, false));
        } else if (condition instanceof Condition.All all) {
            clause(constraint, all.conditions(), false);
        } else if (condition instanceof Condition.Any any) {
            clause(constraint, any.conditions(), true);
        } else {
            add(constraint, signed(literal(condition), holds));
        }
    }

    private void clause(int constraint, List<Condition> conditions, boolean holds) {
        add(
                constraint,
                conditions.stream()
                        .mapToInt(each -> signed(literal(each), holds))
                        .toArray());
    }

    private static int signed(int literal, boolean holds) {
        return holds ? literal : -literal;
    }

    private int literal(Condition condition) {
        Integer there = known.get(condition);
        if (there != null) {
            return there;
        }
        int literal = write(condition);
        known.put(condition, literal);
        return literal;
    }

    private int write(Condition condition) {
        if (condition instanceof Condition.Is is) {
            Slot slot = slot(is.question());
            int option = slot.option(is.option());
            if (option < 0) {
                throw new IllegalArgumentException("no option " + is.option() + " of " + is.question());
            }
            return slot.values().get(option);
        }
        if (condition instanceof Condition.Answered answered) {
            return slot(answered.question()).answered();
        }
        if (condition instanceof Condition.Within within) {
            return any(within(within.question(), within.least(), within.most()));
        }
        if (condition instanceof Condition.Not not) {
            return -literal(not.condition());
        }
        if (condition instanceof Condition.All all) {
            return -any(all.conditions().stream().map(each -> -literal(each)).toList());
        }
        return any(((Condition.Any) condition)
                .conditions().stream().map(this::literal).toList());
    }

    private List<Integer> within(String question, BigDecimal least, BigDecimal most) {
        Slot slot = slot(question);
        Intervals intervals =
                slot.intervals().orElseThrow(() -> new IllegalArgumentException(question + " is no number"));
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            if (intervals.within(i, least, most)) {
                inside.add(slot.values().get(i));
            }
        }
        return inside;
    }

    /** A literal that holds when one of these does. */
    private int any(List<Integer> literals) {
        if (literals.isEmpty()) {
            return -TRUTH;
        }
        if (literals.size() == 1) {
            return literals.get(0);
        }
        int whole = ++variables;
        int[] some = new int[literals.size() + 1];
        for (int i = 0; i < literals.size(); i++) {
            some[i] = literals.get(i);
            add(-1, whole, -literals.get(i));
        }
        some[literals.size()] = -whole;
        add(-1, some);
        return whole;
    }

    private Slot slot(String question) {
        Slot slot = slots.get(question);
        if (slot == null) {
            throw new IllegalArgumentException("no question " + question + " so far");
        }
        return slot;
    }
}
