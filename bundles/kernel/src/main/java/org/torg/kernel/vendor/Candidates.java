package org.torg.kernel.vendor;

import java.util.List;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.contract.ContractViolation;

/** Why a set must not be published, in words for who wanted to. Texts of foreign exceptions stay in the log. */
final class Candidates {

    private Candidates() {}

    static Refusal refusal(String code, String english, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english, arguments);
    }

    /** The detail names the bundle at fault. */
    static Refusal refusal(VendorId vendor, ContractViolation violation) {
        String code =
                switch (violation.kind()) {
                    case CONFLICT -> "module-conflict";
                    case TEXT_MISSING -> "module-text-missing";
                    case CONTRACT_FAILED -> "module-contract-failed";
                };
        String why = "{0} does not keep its contract: {1}.";
        Argument[] arguments = {Argument.text(violation.source().module()), Argument.text(violation.reason())};
        return refusal(code, why, arguments)
                .with(List.of(Refusal.detail("/modules/" + violation.bundle(), code, why, arguments)));
    }

    static Refusal failed(VendorFailure failure) {
        return refusal(
                "module-contract-failed",
                "{0} does not keep its contract: {1}.",
                Argument.text(failure.module()),
                Argument.text("it fails or takes too long"));
    }
}
