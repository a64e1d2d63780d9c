package org.torg.kernel.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.kernel.solver.Encoding.Clause;

/**
 * A model as clauses, with solvers that know them. Made once and kept: what a solver has learned about it serves the next
 * question too. Any thread may use it.
 */
public final class CompiledModel {

    private final ConfigurationModel model;
    private final String hash;
    private final List<Slot> slots;
    private final Map<String, Slot> byCode = new HashMap<>();
    private final int variables;
    private final List<Clause> clauses;
    private final List<List<Integer>> exclusive;
    private final Neighbourhood neighbourhood;
    private final Solvers solvers = new Solvers(this, false);
    private final Solvers explaining = new Solvers(this, true);

    CompiledModel(
            ConfigurationModel model,
            String hash,
            List<Slot> slots,
            int variables,
            List<Clause> clauses,
            List<List<Integer>> exclusive) {
        this.model = model;
        this.hash = hash;
        this.slots = List.copyOf(slots);
        this.variables = variables;
        this.clauses = List.copyOf(clauses);
        this.exclusive = List.copyOf(exclusive);
        this.slots.forEach(slot -> byCode.put(slot.code(), slot));
        this.neighbourhood = new Neighbourhood(this);
    }

    /**
     * @param hash of its content
     * @throws IllegalArgumentException when a condition names what is not there
     */
    public static CompiledModel of(ConfigurationModel model, String hash) {
        return Encoding.compile(model, hash);
    }

    public ConfigurationModel model() {
        return model;
    }

    /** Content hash under which it is stored. */
    public String hash() {
        return hash;
    }

    List<Slot> slots() {
        return slots;
    }

    Optional<Slot> slot(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    int variables() {
        return variables;
    }

    List<Clause> clauses() {
        return clauses;
    }

    List<List<Integer>> exclusive() {
        return exclusive;
    }

    Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    Solvers solvers() {
        return solvers;
    }

    /** Each constraint has a variable of its own, under which alone it holds: {@code variables() + 1 + index}. */
    Solvers explaining() {
        return explaining;
    }
}
