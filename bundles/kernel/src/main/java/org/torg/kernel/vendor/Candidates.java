package org.torg.kernel.vendor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.contract.ContractViolation;

/** Puts sets together that are to be published, and says why one must not be. Texts of foreign exceptions stay in the log. */
final class Candidates {

    private final Limits limits;
    private final Clock clock;

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

    /** @param set by staff, the newest first */
    Optional<Refusal> examine(GuardedVendor composed, List<ParameterChange> set) {
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
        try {
            composed.examine();
            return Optional.empty();
        } catch (ContractViolation e) {
            return Optional.of(refusal(e));
        } catch (VendorFailure e) {
            return Optional.of(failed(e));
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
