package org.torg.kernel.solver;

/** The budget is used up. */
final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted() {
        super("the solver's budget is used up", null, false, false);
    }
}
