package org.torg.kernel.solver;

import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;
import org.torg.kernel.solver.Solvers.Taken;

/** One call's questions to a solver, within a budget. To be closed. */
final class Search implements AutoCloseable {

    private final Solvers solvers;
    private final Optional<Taken> solver;
    private final Budget budget;
    private final long end;
    private final int variables;

    /** @param variables of which a model is wanted */
    Search(Solvers solvers, int variables, Budget budget, long end) {
        this.solvers = solvers;
        this.solver = solvers.take();
        this.variables = variables;
        this.budget = budget;
        this.end = end;
        solver.ifPresent(taken -> taken.solver().setTimeoutOnConflicts(budget.conflicts()));
    }

    /**
     * A model under these literals: the variables that are true in it. Empty when there is none.
     *
     * @throws Exhausted when it takes too long
     */
    Optional<BitSet> model(Collection<Integer> literals) {
        if (solver.isEmpty()) {
            return Optional.empty();
        }
        if (System.nanoTime() > end) {
            throw new Exhausted();
        }
        try {
            ISolver asked = solver.get().solver();
            return asked.isSatisfiable(Solvers.vector(literals)) ? Optional.of(found(asked)) : Optional.empty();
        } catch (TimeoutException e) {
            throw new Exhausted();
        }
    }

    /** The next models have these variables where they can. */
    void wish(BitSet variables) {
        solver.ifPresent(taken -> taken.wish().of(variables));
    }

    boolean possible(Collection<Integer> literals) {
        return model(literals).isPresent();
    }

    private BitSet found(ISolver satisfied) {
        BitSet model = new BitSet(variables + 1);
        for (int literal : satisfied.model()) {
            if (literal > 0 && literal <= variables) {
                model.set(literal);
            }
        }
        return model;
    }

    Budget budget() {
        return budget;
    }

    long end() {
        return end;
    }

    @Override
    public void close() {
        wish(new BitSet());
        solver.ifPresent(solvers::giveBack);
    }
}
