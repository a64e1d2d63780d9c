package org.torg.api.module;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;

/**
 * A vendor's modules as staff see them.
 *
 * @param desired the published set
 * @param serving the generation that answers on this node; empty while the vendor is away
 * @param parts of the serving set
 * @param draining earlier sets that still finish what they began
 * @param files what lies in the tenant's module folder
 * @param lastRefusal the latest candidate that this node refused
 */
public record ModuleOverview(
        ModuleSet desired,
        Optional<Long> serving,
        List<PartHealth> parts,
        List<Draining> draining,
        List<ModuleFile> files,
        Optional<RefusedCandidate> lastRefusal) {

    /**
     * @param evaluations that it still has to finish
     * @param until when its bundles stop in any case
     */
    public record Draining(long generation, int evaluations, Instant until) {}

    public record RefusedCandidate(Instant at, Activation activation, Refusal refusal) {}

    public ModuleOverview {
        parts = List.copyOf(parts);
        draining = List.copyOf(draining);
        files = List.copyOf(files);
    }
}
