package org.torg.kernel.solver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.configurator.Answers;

/** Whether a model can be lived with: what only a solver can see. */
public final class Soundness {

    private Soundness() {}

    /** What is wrong with a model; empty when it has a complete configuration, and its initial answers break nothing. */
    public static Optional<String> objection(CompiledModel model, Budget budget) {
        long end = System.nanoTime() + budget.millis() * 1_000_000L;
        try (Search search = new Search(model.solvers(), model.variables(), budget, end)) {
            if (!search.possible(List.of())) {
                return Optional.of(said(model, "no answers make it complete"));
            }
            // Of initial answers there is none that depends on the day.
            Guide guide = new Guide(model, Given.of(model, Answers.NONE, LocalDate.EPOCH), search);
            return model.slots().stream()
                    .filter(slot ->
                            Completing.hasInitial(slot) && guide.selection().asked(slot))
                    .filter(slot -> !Completing.initial(slot).stream()
                            .allMatch(piece -> guide.selection().has(piece.literal())))
                    .map(slot -> said(model, "the initial answer to " + slot.code() + " breaks something"))
                    .findFirst();
        } catch (Exhausted e) {
            return Optional.of(said(model, "it is too hard to solve"));
        }
    }

    private static String said(CompiledModel model, String what) {
        return "the configuration model " + model.model().product() + ": " + what;
    }
}
