package org.torg.kernel.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.kernel.solver.Rule.Verdict;

/**
 * What one changed answer touches. A complete configuration that stays one when a single answer is changed, and an answer
 * that fails a constraint at once, are found here: most questions to the solver need not be asked.
 */
final class Neighbourhood {

    private final List<Slot> slots;
    /** When each question is asked. */
    private final List<Rule> asked = new ArrayList<>();
    /** By question: the constraints that look at it. */
    private final List<List<Rule>> constraints = new ArrayList<>();
    /** By question: those that are asked depending on it, and itself. */
    private final List<List<Slot>> dependents = new ArrayList<>();

    Neighbourhood(CompiledModel model) {
        this.slots = model.slots();
        for (Slot slot : slots) {
            constraints.add(new ArrayList<>());
            dependents.add(new ArrayList<>(List.of(slot)));
        }
        for (Slot slot : slots) {
            Set<Integer> looked = new HashSet<>();
            asked.add(Rule.of(model, slot.question().about().when(), looked));
            looked.forEach(index -> dependents.get(index).add(slot));
        }
        for (Constraint constraint : model.model().constraints()) {
            Set<Integer> looked = new HashSet<>();
            Rule rule = Rule.of(model, constraint.must(), looked);
            looked.forEach(index -> constraints.get(index).add(rule));
        }
    }

    /** Whether a complete configuration stays one with this value, of a choice of one in the place of the other. */
    boolean staysWith(BitSet whole, Slot slot, int value) {
        BitSet changed = (BitSet) whole.clone();
        if (!slot.several()) {
            slot.values().forEach(changed::clear);
        }
        changed.set(value);
        changed.set(slot.answered());
        return stays(changed, slot);
    }

    /** Whether a complete configuration stays one without this value. */
    boolean staysWithout(BitSet whole, Slot slot, int value) {
        BitSet changed = (BitSet) whole.clone();
        changed.clear(value);
        changed.set(slot.answered(), slot.values().stream().anyMatch(changed::get));
        return stays(changed, slot);
    }

    private boolean stays(BitSet changed, Slot slot) {
        for (Slot dependent : dependents.get(slot.index())) {
            boolean answered = changed.get(dependent.answered());
            boolean isAsked = asked.get(dependent.index()).holds(changed);
            if (answered ? !isAsked : isAsked && dependent.question().about().required()) {
                return false;
            }
        }
        for (Rule rule : constraints.get(slot.index())) {
            if (!rule.holds(changed)) {
                return false;
            }
        }
        return true;
    }

    /** Whether something fails at once with this value, whatever else is answered. */
    boolean fails(BitSet on, BitSet off, Slot slot) {
        for (Slot dependent : dependents.get(slot.index())) {
            if (on.get(dependent.answered()) && asked.get(dependent.index()).judge(on, off) == Verdict.FAILS) {
                return true;
            }
        }
        for (Rule rule : constraints.get(slot.index())) {
            if (rule.judge(on, off) == Verdict.FAILS) {
                return true;
            }
        }
        return false;
    }
}
