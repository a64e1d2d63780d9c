package org.torg.kernel.solver;

import java.util.List;
import java.util.Optional;
import org.torg.api.configurator.Question;

/**
 * A question as the solver knows it.
 *
 * @param index in the order of the model
 * @param asked literal that holds where it is asked
 * @param answered variable: it has an answer
 * @param values variables of the options or intervals, in their order; none for texts, dates and files
 * @param intervals of a number
 */
record Slot(
        int index, Question question, int asked, int answered, List<Integer> values, Optional<Intervals> intervals) {

    String code() {
        return question.code();
    }

    boolean several() {
        return question instanceof Question.Choice choice && choice.several();
    }

    /** Required in every configuration. */
    boolean always(int truth) {
        return question.about().required() && asked == truth;
    }

    int option(String code) {
        if (question instanceof Question.Choice choice) {
            for (int i = 0; i < choice.options().size(); i++) {
                if (choice.options().get(i).code().equals(code)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
