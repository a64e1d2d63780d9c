package org.torg.kernel.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.torg.kernel.solver.Given.Piece;

/**
 * Which of the given answers go together: the later in the model gives way.
 *
 * @param kept in the order of the model
 * @param dropped each with those before it that were kept
 * @param without index of each question that was said to have no answer, and must have one
 * @param witness a complete configuration with all that is kept; empty when the model has none at all
 */
record Keeping(List<Piece> kept, List<Dropped> dropped, BitSet without, Optional<BitSet> witness) {

    record Dropped(Piece piece, List<Piece> before) {}

    static Keeping of(CompiledModel model, List<Piece> given, Search search) {
        BitSet without = new BitSet();
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : given) {
            if (piece.literal() < 0 && piece.slot().always(Encoding.TRUTH)) {
                without.set(piece.slot().index());
            } else {
                pieces.add(piece);
            }
        }
        Optional<BitSet> all = search.model(literals(pieces));
        return all.isPresent() ? new Keeping(pieces, List.of(), without, all) : oneByOne(pieces, without, search);
    }

    private static Keeping oneByOne(List<Piece> pieces, BitSet without, Search search) {
        List<Piece> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        Optional<BitSet> witness = search.model(List.of());
        for (Piece piece : pieces) {
            if (witness.filter(found -> holds(found, piece.literal())).isPresent()) {
                kept.add(piece);
                continue;
            }
            List<Integer> literals = literals(kept);
            literals.add(piece.literal());
            Optional<BitSet> found = search.model(literals);
            if (found.isPresent()) {
                kept.add(piece);
                witness = found;
            } else if (piece.literal() > 0) {
                dropped.add(new Dropped(piece, List.copyOf(kept)));
            } else {
                without.set(piece.slot().index());
            }
        }
        return new Keeping(kept, dropped, without, witness);
    }

    static boolean holds(BitSet model, int literal) {
        return literal > 0 ? model.get(literal) : !model.get(-literal);
    }

    static List<Integer> literals(List<Piece> pieces) {
        List<Integer> literals = new ArrayList<>(pieces.size() + 1);
        pieces.forEach(piece -> literals.add(piece.literal()));
        return literals;
    }
}
