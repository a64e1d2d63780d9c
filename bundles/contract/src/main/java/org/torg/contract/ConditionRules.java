package org.torg.contract;

import java.util.Map;
import java.util.Objects;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.Question;

/** Judges conditions. */
final class ConditionRules {

    /** Told when something does not hold. */
    interface Requirement {
        void require(boolean holds, String otherwise);
    }

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 50_000;

    private final Map<String, Question> questions;
    private final Map<String, Integer> positions;
    private final Requirement requirement;
    private int parts;

    ConditionRules(Map<String, Question> questions, Map<String, Integer> positions, Requirement requirement) {
        this.questions = questions;
        this.positions = positions;
        this.requirement = requirement;
    }

    void hold(String what, Condition condition) {
        hold(what, condition, Integer.MAX_VALUE, 0);
    }

    /** Under which a question is asked: it looks at earlier ones. */
    void holdBefore(String question, Condition condition) {
        hold("the question " + question, condition, positions.getOrDefault(question, 0), 0);
    }

    private void hold(String what, Condition condition, int before, int depth) {
        parts++;
        requirement.require(parts <= MOST_PARTS, "its conditions are too many");
        requirement.require(depth <= DEEPEST, what + " has a condition that is too deep");
        if (condition instanceof Condition.Not not) {
            hold(what, not.condition(), before, depth + 1);
        } else if (condition instanceof Condition.All all) {
            all.conditions().forEach(each -> hold(what, each, before, depth + 1));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(each -> hold(what, each, before, depth + 1));
        } else if (condition instanceof Condition.Is is) {
            Question question = named(what, is.question(), before);
            requirement.require(
                    question instanceof Question.Choice choice
                            && choice.options().stream()
                                    .anyMatch(option -> option.code().equals(is.option())),
                    what + " looks at the option " + is.option() + " of " + is.question() + ", which is not there");
        } else if (condition instanceof Condition.Within within) {
            requirement.require(
                    named(what, within.question(), before) instanceof Question.Measure,
                    what + " looks at a number of " + within.question() + ", which is none");
            requirement.require(
                    within.least().compareTo(within.most()) <= 0,
                    what + " looks for a number from " + within.least() + " to " + within.most());
        } else if (condition instanceof Condition.Answered answered) {
            Question question = named(what, answered.question(), before);
            requirement.require(!question.code().isEmpty(), what + " looks at nothing");
        }
    }

    private Question named(String what, String code, int before) {
        Question question = questions.get(code);
        requirement.require(question != null, what + " looks at the question " + code + ", which is not there");
        requirement.require(
                positions.getOrDefault(code, 0) < before,
                what + " looks at the question " + code + ", which is not before it");
        return Objects.requireNonNull(question);
    }
}
