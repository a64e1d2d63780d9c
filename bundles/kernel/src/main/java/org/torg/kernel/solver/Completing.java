package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Question;
import org.torg.kernel.solver.Given.Piece;

/**
 * Adds what follows from the answers, then defaults where they fit, then what follows from those, until nothing more does.
 */
final class Completing {

    private final CompiledModel model;
    private final Search search;
    private final Selection selection;
    private final BitSet without;
    private final List<Integer> literals;
    private BitSet witness;
    private boolean more;

    /** @param witness with all that is kept */
    private Completing(CompiledModel model, Search search, Keeping keeping, BitSet witness) {
        this.model = model;
        this.search = search;
        this.selection = new Selection(model);
        this.without = keeping.without();
        this.literals = Keeping.literals(keeping.kept());
        this.witness = witness;
        keeping.kept().forEach(selection::take);
        for (Slot slot : model.slots()) {
            if (without.get(slot.index())) {
                selection.take(new Piece(slot, -slot.answered(), Answer.chosen()));
            }
        }
    }

    static Selection of(CompiledModel model, Search search, Keeping keeping, Possibilities possibilities) {
        Optional<BitSet> witness = keeping.witness();
        if (witness.isEmpty()) {
            return new Completing(model, search, keeping, new BitSet()).selection;
        }
        Completing completing = new Completing(model, search, keeping, witness.get());
        for (Slot slot : model.slots()) {
            for (int value : slot.values()) {
                if (possibilities.forced(value)) {
                    completing.follow(slot, value);
                }
            }
        }
        do {
            completing.more = false;
            completing.defaults();
            if (completing.more) {
                completing.consequences();
            }
        } while (completing.more);
        return completing.selection;
    }

    /** What the answers leave no choice about. */
    private void follow(Slot slot, int value) {
        if (!selection.has(value)) {
            Selection.piece(slot, value).ifPresent(this::take);
        }
    }

    private void take(Piece piece) {
        selection.take(piece);
        literals.add(piece.literal());
        more = true;
    }

    private void defaults() {
        for (Slot slot : model.slots()) {
            if (!selection.answered(slot) && !selection.none(slot) && hasInitial(slot) && selection.asked(slot)) {
                initial(slot).stream().filter(this::fits).forEach(this::take);
            }
        }
    }

    static boolean hasInitial(Slot slot) {
        return slot.question() instanceof Question.Choice choice
                ? !choice.initial().isEmpty()
                : slot.question() instanceof Question.Measure measure
                        && measure.initial().isPresent();
    }

    static List<Piece> initial(Slot slot) {
        List<Piece> pieces = new ArrayList<>();
        if (slot.question() instanceof Question.Choice choice) {
            for (int i = 0; i < choice.options().size(); i++) {
                String code = choice.options().get(i).code();
                if (choice.initial().contains(code)) {
                    pieces.add(new Piece(slot, slot.values().get(i), Answer.chosen(code)));
                }
            }
        } else if (slot.question() instanceof Question.Measure measure) {
            BigDecimal number = measure.initial().orElse(measure.least());
            slot.intervals()
                    .flatMap(intervals -> intervals.of(number))
                    .ifPresent(interval -> pieces.add(
                            new Piece(slot, slot.values().get(interval), new Answer.Measure(Numbers.scaled(number)))));
        }
        return pieces;
    }

    private boolean fits(Piece piece) {
        if (witness.get(piece.literal())) {
            return true;
        }
        Optional<BitSet> found = search.model(plus(piece.literal()));
        found.ifPresent(next -> witness = next);
        return found.isPresent();
    }

    /** What is in every configuration with the answers and defaults so far. */
    private void consequences() {
        BitSet candidates = (BitSet) witness.clone();
        for (Slot slot : model.slots()) {
            for (int value : slot.values()) {
                if (selection.has(value)
                        || !candidates.get(value)
                        || Selection.piece(slot, value).isEmpty()) {
                    continue;
                }
                Optional<BitSet> other = search.model(plus(-value));
                if (other.isPresent()) {
                    candidates.and(other.get());
                } else {
                    follow(slot, value);
                }
            }
        }
    }

    private List<Integer> plus(int literal) {
        List<Integer> extended = new ArrayList<>(literals);
        extended.add(literal);
        return extended;
    }
}
