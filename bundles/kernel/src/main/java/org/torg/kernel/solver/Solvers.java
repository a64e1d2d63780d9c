package org.torg.kernel.solver;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.DataStructureFactory;
import org.sat4j.minisat.core.Solver;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.torg.kernel.solver.Encoding.Clause;

/** Solvers of one model that are not in use. Each serves one thread at a time. */
final class Solvers {

    /** More than threads ask about one model at a time, on a machine of our size. */
    private static final int KEPT = 8;

    private final CompiledModel model;
    private final boolean explaining;
    /** A solver, and what it tries first. */
    record Taken(ISolver solver, Wish wish) {}

    private final ConcurrentLinkedDeque<Taken> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger kept = new AtomicInteger();

    /** @param explaining whether constraints can be switched off */
    Solvers(CompiledModel model, boolean explaining) {
        this.model = model;
        this.explaining = explaining;
    }

    /** Empty when the clauses contradict each other at first sight. */
    Optional<Taken> take() {
        Taken taken = idle.pollFirst();
        if (taken != null) {
            kept.decrementAndGet();
            return Optional.of(taken);
        }
        return fresh();
    }

    void giveBack(Taken taken) {
        if (kept.incrementAndGet() <= KEPT) {
            idle.addFirst(taken);
        } else {
            kept.decrementAndGet();
        }
    }

    private Optional<Taken> fresh() {
        Solver<DataStructureFactory> solver = SolverFactory.newMiniLearningHeap();
        Wish wish = new Wish();
        solver.setOrder(wish);
        int constraints = explaining ? model.model().constraints().size() : 0;
        solver.newVar(model.variables() + constraints);
        try {
            for (Clause clause : model.clauses()) {
                VecInt literals = vector(clause.literals());
                if (explaining && clause.constraint() >= 0) {
                    literals.push(-selector(model, clause.constraint()));
                }
                solver.addClause(literals);
            }
            for (List<Integer> one : model.exclusive()) {
                solver.addAtMost(vector(one), 1);
            }
        } catch (ContradictionException e) {
            return Optional.empty();
        }
        return Optional.of(new Taken(solver, wish));
    }

    static VecInt vector(Collection<Integer> literals) {
        VecInt vector = new VecInt(literals.size() + 1);
        literals.forEach(vector::push);
        return vector;
    }

    /** The variable under which a constraint holds. */
    static int selector(CompiledModel model, int constraint) {
        return model.variables() + 1 + constraint;
    }
}
