package org.torg.kernel.solver;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.torg.api.Message;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.kernel.solver.Given.Piece;

/** Finds what stands against something: answers first, then the constraints between them, as few as can be. To be closed. */
final class Why implements AutoCloseable {

    private final CompiledModel model;
    private final Search search;

    /** @param search on solvers that can switch constraints off */
    Why(CompiledModel model, Search search) {
        this.model = model;
        this.search = search;
    }

    @Override
    public void close() {
        search.close();
    }

    /**
     * A minimal set of these answers and of constraints with which a literal is impossible. The same for the same input,
     * whatever the solver has learned: it rests on what is possible alone.
     *
     * @param against answers with which it is impossible, those that are rather named first
     */
    Conflict conflict(Slot slot, int literal, List<Piece> against) {
        List<Integer> constraints = new ArrayList<>();
        for (int i = 0; i < model.model().constraints().size(); i++) {
            constraints.add(Solvers.selector(model, i));
        }
        List<Integer> answers = new ArrayList<>(Keeping.literals(against));
        List<Integer> both = new ArrayList<>(constraints);
        both.add(literal);
        fewest(answers, both);
        both = new ArrayList<>(answers);
        both.add(literal);
        fewest(constraints, both);
        return named(slot, literal, against, answers, constraints);
    }

    /** Leaves away what is not needed for the conflict: halves first, for most is not. */
    private void fewest(List<Integer> set, List<Integer> always) {
        int width = Math.max(1, set.size() / 2);
        int end = set.size();
        while (end > 0) {
            int from = Math.max(0, end - width);
            List<Integer> left = new ArrayList<>(always);
            left.addAll(set.subList(0, from));
            left.addAll(set.subList(end, set.size()));
            if (search.possible(left)) {
                if (width == 1) {
                    end--;
                } else {
                    width = Math.max(1, width / 2);
                }
            } else {
                set.subList(from, end).clear();
                end = from;
                width *= 2;
            }
        }
    }

    private Conflict named(
            Slot slot, int literal, List<Piece> against, List<Integer> answers, List<Integer> constraints) {
        Set<String> questions = new LinkedHashSet<>();
        for (Piece piece : against) {
            if (answers.contains(piece.literal())) {
                questions.add(piece.slot().code());
            }
        }
        List<String> codes = new ArrayList<>();
        List<Message> reasons = new ArrayList<>();
        for (int selector : constraints) {
            Constraint constraint = model.model().constraints().get(selector - Solvers.selector(model, 0));
            codes.add(constraint.code());
            reasons.add(constraint.why());
        }
        if (reasons.isEmpty()) {
            reasons.add(itself(slot, literal, questions));
        }
        return new Conflict(List.copyOf(questions), codes, reasons);
    }

    /** No constraint is needed: it lies in the questions themselves. */
    private static Message itself(Slot slot, int literal, Set<String> questions) {
        if (questions.contains(slot.code()) && literal > 0) {
            return Message.of("configurator.only-one", "Only one of these can be chosen.");
        }
        if (slot.asked() != Encoding.TRUTH) {
            return Message.of("configurator.not-asked", "With the other answers this is not asked.");
        }
        return Message.of("configurator.needed", "Another answer needs this to be otherwise.");
    }
}
