package org.torg.kernel.solver;

/**
 * How long one question about a configuration may take.
 *
 * @param conflicts of one call of the solver
 * @param millis of all its calls together
 */
public record Budget(int conflicts, int millis) {

    public static final Budget DEFAULT = new Budget(20_000, 1_000);
}
