package org.torg.kernel.command;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorId;

/** The one place where rights are decided. Everything that is not granted is denied. */
@Component(service = Gate.class)
public final class Gate {

    /**
     * What is ordered, or approved, is so by somebody, and so is a look at a patient (D19): a login that several share must have
     * said by whom (D10).
     */
    private static final Set<Function> BY_SOMEBODY =
            EnumSet.of(Function.ORDER_PLACE, Function.ORDER_APPROVE, Function.RECIPIENT_READ, Function.RECIPIENT_EDIT);

    /** Why the caller may not use this function here; empty when it may. */
    public Optional<Refusal> require(Caller caller, Function function, Scope scope) {
        if (!caller.may(function, scope)) {
            return Optional.of(denied(caller, function));
        }
        return caller.mustChoosePerson() && BY_SOMEBODY.contains(function)
                ? Optional.of(personRequired())
                : Optional.empty();
    }

    /** Why somebody whose login others have, too, must choose first in whose name this is (D10). */
    public static Refusal personRequired() {
        return Refusal.of(
                Refusal.Kind.FORBIDDEN, "person-required", "Several share this login: say first who you are.");
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

    /**
     * Why the caller may not do something new where they stand: at the chosen location, else for the account as a whole. Who
     * has the right at some of its locations only must choose one: {@code location-required}.
     */
    public Optional<Refusal> requireHere(Caller caller, Function function) {
        Optional<Scope> here = caller.here();
        if (here.isEmpty()) {
            return Optional.of(requireAnywhere(caller, function).orElseGet(() -> Refusal.notFound("account")));
        }
        if (caller.location().isEmpty() && !caller.may(function, here.get()) && mayInAccount(caller, function)) {
            return Optional.of(locationRequired());
        }
        return require(caller, function, here.get());
    }

    /** Why nothing can be done that belongs to a location: none was chosen. */
    public static Refusal locationRequired() {
        return Refusal.of(Refusal.Kind.CONFLICT, "location-required", "Choose first for which location this is.");
    }

    /** Why the caller may not see what belongs to the account, and not to a location of it, such as its prices. */
    public Optional<Refusal> requireInAccount(Caller caller, Function function) {
        if (caller.account().isEmpty()) {
            return Optional.of(requireAnywhere(caller, function).orElseGet(() -> Refusal.notFound("account")));
        }
        return mayInAccount(caller, function) ? Optional.empty() : Optional.of(denied(caller, function));
    }

    /** Whether the caller has this right where they stand; without a chosen location, anywhere in the account. */
    public boolean mayInAccount(Caller caller, Function function) {
        Optional<Scope> here = caller.here();
        return here.filter(scope -> caller.may(function, scope)
                        || (caller.location().isEmpty() && holdsWithin(caller, function, scope)))
                .isPresent();
    }

    private static boolean holdsWithin(Caller caller, Function function, Scope account) {
        return caller.grants().stream()
                .anyMatch(grant -> grant.function() == function && account.covers(grant.scope()));
    }

    /**
     * Whether something that belongs to this account and this vendor is the caller's to see or use.
     *
     * @param location to which of the account's locations it belongs; empty: to the account as a whole
     */
    public boolean covers(
            Caller caller, Function function, AccountId account, Optional<LocationId> location, VendorId vendor) {
        return !caller.isConfinedFrom(vendor)
                && (caller.may(function, Scope.of(account, location)) || caller.may(function, Scope.of(vendor)));
    }

    /** Why somebody without this right is refused. */
    public Refusal denied(Caller caller, Function function) {
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
                Argument.text(function.code()));
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
