package org.torg.kernel.command;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorId;

/** The one place where rights are decided. Everything that is not granted is denied. */
@Component(service = Gate.class)
public final class Gate {

    /** Why the caller may not use this function here; empty when it may. */
    public Optional<Refusal> require(Caller caller, Function function, Scope scope) {
        if (caller.may(function, scope)) {
            return Optional.empty();
        }
        return Optional.of(denied(caller, function));
    }

    /**
     * Why the caller may not use this function at all; for questions whose scope is known only later.
     */
    public Optional<Refusal> requireAnywhere(Caller caller, Function function) {
        if (caller.mayAnywhere(function)) {
            return Optional.empty();
        }
        return Optional.of(denied(caller, function));
    }

    /** Whether something that belongs to this account and this vendor is the caller's to see or use. */
    public boolean covers(Caller caller, Function function, AccountId account, VendorId vendor) {
        return caller.may(function, Scope.of(account)) || caller.may(function, Scope.of(vendor));
    }

    private static Refusal denied(Caller caller, Function function) {
        if (caller.isStranger()) {
            return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "token-missing", "Sign in first.");
        }
        if (caller.subject() instanceof Caller.Subject.Pending pending) {
            return pending(pending.enrolled());
        }
        return Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "right-missing",
                "You do not have the right {0} here.",
                org.torg.api.Argument.text(
                        function.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }

    /** The password was right, and nothing can be done before the second factor. */
    private static Refusal pending(boolean enrolled) {
        return enrolled
                ? Refusal.of(
                        Refusal.Kind.UNAUTHENTICATED,
                        "second-factor-needed",
                        "Complete the sign-in with the code of your second factor.")
                : Refusal.of(Refusal.Kind.UNAUTHENTICATED, "second-factor-missing", "Set up a second factor first.");
    }
}
