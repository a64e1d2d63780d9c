package org.torg.rest.module;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.VendorId;
import org.torg.http.Wording;
import org.torg.rest.http.Problem;
import org.torg.rest.http.Words;

/**
 * A vendor's modules as its staff see them.
 *
 * @param serving the generation that answers on this node; absent while the vendor is away
 * @param parts of the serving set, and how they fare on this node
 * @param draining earlier generations that still finish what they began
 * @param files what could be activated
 * @param lastRefusal the latest candidate that this node refused
 */
public record ModulesJson(
        ModuleSetJson desired,
        Optional<Long> serving,
        List<PartJson> parts,
        List<DrainingJson> draining,
        List<ModuleFileJson> files,
        Optional<RefusedCandidateJson> lastRefusal) {

    /** @param module symbolic name of the bundle that it comes from */
    public record PartJson(
            String module,
            String name,
            String version,
            String contract,
            String state,
            long calls,
            long failures,
            long p99Micros,
            Optional<PartFailureJson> lastFailure) {

        private static PartJson of(PartHealth part) {
            return new PartJson(
                    part.module(),
                    part.name(),
                    part.version(),
                    part.contract(),
                    Words.of(part.state()),
                    part.calls(),
                    part.failures(),
                    part.p99Micros(),
                    part.lastFailure().map(failure -> new PartFailureJson(failure.at(), failure.reason())));
        }
    }

    public record PartFailureJson(Instant at, String reason) {}

    /** @param until when its bundles stop in any case */
    public record DrainingJson(long generation, int evaluations, Instant until) {}

    /** @param vendor whose own bundle it is; absent for a module that may join any vendor */
    public record ModuleFileJson(String name, String symbolicName, String version, long size, Optional<String> vendor) {

        private static ModuleFileJson of(ModuleFile file) {
            return new ModuleFileJson(
                    file.name(),
                    file.symbolicName(),
                    file.version(),
                    file.size(),
                    file.vendor().map(VendorId::value));
        }
    }

    /** What somebody wanted to publish, and why it was not. */
    public record RefusedCandidateJson(
            Instant at,
            List<String> activate,
            List<String> remove,
            String code,
            String detail,
            List<Problem.Error> errors) {

        private static RefusedCandidateJson of(ModuleOverview.RefusedCandidate candidate, Wording wording) {
            Refusal refusal = PublicationJson.pointing(candidate.refusal());
            return new RefusedCandidateJson(
                    candidate.at(),
                    candidate.activation().files(),
                    candidate.activation().remove(),
                    refusal.code(),
                    wording.of(refusal.message()),
                    refusal.details().stream()
                            .map(detail ->
                                    new Problem.Error(detail.field(), detail.code(), wording.of(detail.message())))
                            .toList());
        }
    }

    static ModulesJson of(ModuleOverview overview, Wording wording) {
        return new ModulesJson(
                ModuleSetJson.of(overview.desired()),
                overview.serving(),
                overview.parts().stream().map(PartJson::of).toList(),
                overview.draining().stream()
                        .map(set -> new DrainingJson(set.generation(), set.evaluations(), set.until()))
                        .toList(),
                overview.files().stream().map(ModuleFileJson::of).toList(),
                overview.lastRefusal().map(candidate -> RefusedCandidateJson.of(candidate, wording)));
    }
}
