package org.torg.kernel.solver;

import java.util.List;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Guidance.Part;

/**
 * What a complete configuration comes to.
 *
 * @param hash of the model
 * @param answers whole: with defaults, and what follows from the others
 * @param parts for one; each article once, in the order of the model
 * @param tasks that it brings, in the order of the model
 * @param extraDays working days that making it takes
 */
public record Expansion(
        String hash, Answers answers, List<Part> parts, List<ConfigurationModel.Task> tasks, int extraDays) {
    public Expansion {
        parts = List.copyOf(parts);
        tasks = List.copyOf(tasks);
    }
}
