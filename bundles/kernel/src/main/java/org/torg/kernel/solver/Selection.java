package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.Question;

/**
 * Answers as they stand, by themselves: what is not answered has no answer. Judges conditions without the solver.
 */
final class Selection {

    private final CompiledModel model;
    /** Chosen options, the interval of a number. */
    private final BitSet values;

    private final Map<String, Answer> free = new LinkedHashMap<>();
    private final BitSet none;

    Selection(CompiledModel model) {
        this.model = model;
        this.values = new BitSet(model.variables() + 1);
        this.none = new BitSet(model.slots().size());
    }

    /** Adds a part of an answer. */
    void take(Given.Piece piece) {
        if (piece.literal() < 0) {
            none.set(piece.slot().index());
        } else if (!(piece.value() instanceof Answer.Chosen)) {
            free.put(piece.slot().code(), piece.value());
        }
        if (piece.literal() > 0) {
            values.set(piece.literal());
        }
    }

    /** What a variable of a choice or number that has become true says. */
    static Optional<Given.Piece> piece(Slot slot, int variable) {
        int index = slot.values().indexOf(variable);
        if (slot.question() instanceof Question.Choice choice) {
            return Optional.of(new Given.Piece(
                    slot, variable, Answer.chosen(choice.options().get(index).code())));
        }
        return slot.intervals()
                .flatMap(intervals -> intervals.only(index))
                .map(value -> new Given.Piece(slot, variable, new Answer.Measure(Numbers.scaled(value))));
    }

    boolean has(int variable) {
        return values.get(variable);
    }

    /** Said to have no answer. */
    boolean none(Slot slot) {
        return none.get(slot.index());
    }

    boolean answered(Slot slot) {
        if (free.containsKey(slot.code())) {
            return true;
        }
        for (int value : slot.values()) {
            if (values.get(value)) {
                return true;
            }
        }
        return false;
    }

    boolean asked(Slot slot) {
        return holds(slot.question().about().when());
    }

    boolean holds(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return model.slot(is.question())
                    .filter(slot -> slot.option(is.option()) >= 0
                            && values.get(slot.values().get(slot.option(is.option()))))
                    .isPresent();
        }
        if (condition instanceof Condition.Answered question) {
            return model.slot(question.question()).filter(this::answered).isPresent();
        }
        if (condition instanceof Condition.Within within) {
            return number(within.question())
                    .filter(number -> number.compareTo(within.least()) >= 0 && number.compareTo(within.most()) <= 0)
                    .isPresent();
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition());
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(this::holds);
        }
        return ((Condition.Any) condition).conditions().stream().anyMatch(this::holds);
    }

    Optional<BigDecimal> number(String question) {
        return free.get(question) instanceof Answer.Measure measure ? Optional.of(measure.number()) : Optional.empty();
    }

    /** A complete configuration, as it stands. */
    boolean complete() {
        for (Slot slot : model.slots()) {
            boolean asked = asked(slot);
            boolean answered = answered(slot);
            if (answered ? !asked : asked && slot.question().about().required()) {
                return false;
            }
            if (answered
                    && !slot.several()
                    && slot.values().stream().filter(values::get).count() > 1) {
                return false;
            }
        }
        for (Constraint constraint : model.model().constraints()) {
            if (!holds(constraint.must())) {
                return false;
            }
        }
        return true;
    }

    /** All variables of a question as they are. */
    List<Integer> literals(Slot slot) {
        List<Integer> literals = new ArrayList<>();
        literals.add(answered(slot) ? slot.answered() : -slot.answered());
        for (int value : slot.values()) {
            literals.add(values.get(value) ? value : -value);
        }
        return literals;
    }

    Answers answers() {
        Map<String, Answer> answers = new LinkedHashMap<>(free);
        for (Slot slot : model.slots()) {
            if (slot.question() instanceof Question.Choice choice) {
                List<String> chosen = new ArrayList<>();
                for (int i = 0; i < slot.values().size(); i++) {
                    if (values.get(slot.values().get(i))) {
                        chosen.add(choice.options().get(i).code());
                    }
                }
                if (!chosen.isEmpty() || none(slot)) {
                    answers.put(slot.code(), new Answer.Chosen(chosen));
                }
            }
        }
        return new Answers(answers);
    }
}
