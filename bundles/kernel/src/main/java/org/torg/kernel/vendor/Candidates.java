package org.torg.kernel.vendor;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.contract.ContractViolation;

/** Puts sets together that are to be published, and says why one must not be. Texts of foreign exceptions stay in the log. */
final class Candidates {

    /** So many sets are known to have passed; a market goes to and fro between few. */
    private static final int MOST_PASSED = 64;

    private final Limits limits;
    private final Clock clock;
    /** The digests of sets whose sample carts came out right on this node: the same code answers the same again. */
    private final Set<List<String>> passed = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Boolean> eldest) {
            return size() > MOST_PASSED;
        }
    });

    Candidates(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    Outcome<GuardedVendor> compose(VendorId vendor, List<ModuleCode> modules) {
        long vendors =
                modules.stream().filter(code -> code.vendor().isPresent()).count();
        if (vendors == 0) {
            return Outcome.refused(refusal("vendor-missing", "No module of the set is the vendor itself."));
        }
        if (vendors > 1) {
            return Outcome.refused(refusal("module-conflict", "Two modules of the set are a vendor."));
        }
        try {
            return Outcome.done(GuardedVendor.compose(vendor, modules, limits, clock));
        } catch (ContractViolation e) {
            return Outcome.refused(refusal(e));
        } catch (VendorFailure e) {
            return Outcome.refused(failed(e));
        }
    }

    /**
     * @param modules of which it is made; a set that has passed here before is not tried again
     * @param set by staff, the newest first
     */
    Optional<Refusal> examine(GuardedVendor composed, List<ModuleSet.Module> modules, List<ParameterChange> set) {
        LocalDate today = clock.today(composed.descriptor().seller().zone());
        Optional<ParameterChange> orphan =
                new ParameterRows(0, set).orphan(composed.descriptor(), composed.parameters(), today);
        if (orphan.isPresent()) {
            // It would sell at the new version's own number, and nobody would have said so.
            return Optional.of(refusal(
                    "parameter-orphaned",
                    "Staff have set {0} to {1}, which the new version does not allow. Set it anew first.",
                    Argument.text(orphan.get().key()),
                    Argument.text(orphan.get().value())));
        }
        List<String> digests =
                modules.stream().map(ModuleSet.Module::digest).sorted().toList();
        try {
            if (!hasPassed(digests)) {
                composed.examine();
                passes(digests);
            }
            // The models depend on what staff have set, also where the code is known.
            composed.examine(new ParameterRows(0, set)
                    .at(composed.descriptor(), composed.parameters(), today)
                    .parameters());
            return Optional.empty();
        } catch (ContractViolation e) {
            return Optional.of(refusal(e));
        } catch (VendorFailure e) {
            return Optional.of(failed(e));
        }
    }

    private boolean hasPassed(List<String> digests) {
        synchronized (passed) {
            return passed.contains(digests);
        }
    }

    private void passes(List<String> digests) {
        synchronized (passed) {
            passed.add(digests);
        }
    }

    private static Refusal refusal(String code, String english, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english, arguments);
    }

    /** The detail names the bundle at fault. */
    private static Refusal refusal(ContractViolation violation) {
        String code =
                switch (violation.kind()) {
                    case CONFLICT -> "module-conflict";
                    case OTHER_VENDOR -> "vendor-differs";
                    case TEXT_MISSING -> "module-text-missing";
                    case CONTRACT_FAILED -> "module-contract-failed";
                };
        String why = "{0} does not keep its contract: {1}.";
        Argument[] arguments = {Argument.text(violation.source().module()), Argument.text(violation.reason())};
        return refusal(code, why, arguments)
                .with(List.of(Refusal.detail("/modules/" + violation.bundle(), code, why, arguments)));
    }

    private static Refusal failed(VendorFailure failure) {
        return refusal(
                "module-contract-failed",
                "{0} does not keep its contract: {1}.",
                Argument.text(failure.module()),
                Argument.text("it fails or takes too long"));
    }
}
