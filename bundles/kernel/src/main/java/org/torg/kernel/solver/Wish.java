package org.torg.kernel.solver;

import java.util.BitSet;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.minisat.orders.NegativeLiteralSelectionStrategy;
import org.sat4j.minisat.orders.VarOrderHeap;

/**
 * In which order a solver tries things that nothing forces: first to have what is wished for, then not to have what is left,
 * so that found models are small otherwise, and leave much unsaid.
 */
final class Wish extends VarOrderHeap {

    private static final long serialVersionUID = 1L;

    private final BitSet wished = new BitSet();
    /** All that is wished for before it is decided. */
    private int next;

    Wish() {
        super(new NegativeLiteralSelectionStrategy());
    }

    /** Variables that the next models should have, where they can. */
    void of(BitSet variables) {
        wished.clear();
        wished.or(variables);
        next = 0;
    }

    @Override
    public int select() {
        for (int wish = wished.nextSetBit(next); wish >= 0; wish = wished.nextSetBit(wish + 1)) {
            int literal = LiteralsUtils.posLit(wish);
            if (lits.isUnassigned(literal)) {
                next = wish;
                return literal;
            }
        }
        next = wished.length();
        return super.select();
    }

    @Override
    public void undo(int variable) {
        next = Math.min(next, variable);
        super.undo(variable);
    }
}
