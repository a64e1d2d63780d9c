package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Whose business an account is: its own people's, that of the tenant's staff, and, as {@link Dealing} says, that of the staff of
 * the vendors with which it deals. To all others it does not exist.
 */
final class AccountAccess {

    /** From which side the caller comes. */
    enum Side {
        CUSTOMER,
        STAFF
    }

    record Seen(Account account, Side side) {}

    private final Gate gate;
    private final Transactions transactions;
    private final AccountStore store;

    AccountAccess(Gate gate, Transactions transactions, AccountStore store) {
        this.gate = gate;
        this.transactions = transactions;
        this.store = store;
    }

    /** For its own people with rights somewhere in it, and for staff. Costs one statement, for a vendor's staff two. */
    Outcome<Seen> read(Caller caller, AccountId id) {
        return enter(caller, id, Optional.of(Function.ACCOUNT_READ), Function.ACCOUNT_READ, false);
    }

    /** As {@link #read}; what at some locations only may be changed is for the asker to see. */
    Outcome<Seen> edit(Caller caller, AccountId id) {
        return enter(caller, id, Optional.of(Function.ACCOUNT_EDIT), Function.ACCOUNT_MANAGE, true);
    }

    /** For staff alone, who look after one side of it: what their own vendor has agreed. */
    Outcome<Account> serve(Caller caller, AccountId id) {
        return enter(caller, id, Optional.empty(), Function.ACCOUNT_MANAGE, false)
                .map(Seen::account);
    }

    /** For staff alone, who change what is every vendor's. */
    Outcome<Account> manage(Caller caller, AccountId id) {
        return enter(caller, id, Optional.empty(), Function.ACCOUNT_MANAGE, true)
                .map(Seen::account);
    }

    /** Why the caller has this right neither as staff of the tenant nor of any vendor. */
    Optional<Refusal> requireStaff(Caller caller, Function function) {
        return caller.may(function, Scope.tenant())
                        || !vendors(caller, function).isEmpty()
                ? Optional.empty()
                : gate.require(caller, function, Scope.tenant());
    }

    /** The vendors for which the caller has this right as staff; empty for one who has it in the whole tenant. */
    Optional<Set<VendorId>> staffOf(Caller caller, Function function) {
        return caller.may(function, Scope.tenant()) ? Optional.empty() : Optional.of(vendors(caller, function));
    }

    private Outcome<Seen> enter(
            Caller caller, AccountId id, Optional<Function> customers, Function staff, boolean changes) {
        Function named = customers.orElse(staff);
        if (!caller.mayAnywhere(staff) && !customers.map(caller::mayAnywhere).orElse(false)) {
            return gate.requireAnywhere(caller, named)
                    .<Outcome<Seen>>map(Outcome::refused)
                    .orElseGet(AccountAccess::unknown);
        }
        if (caller.may(staff, Scope.tenant())) {
            return seen(id, Side.STAFF);
        }
        if (customers.filter(function -> hasWithin(caller, function, id)).isPresent()) {
            return seen(id, Side.CUSTOMER);
        }
        List<VendorId> dealing = Dealing.vendors(transactions.read(tx -> store.agreements(tx, id)));
        if (Dealing.partly(caller, staff, dealing)) {
            return changes && !Dealing.wholly(caller, staff, dealing)
                    ? Outcome.refused(Dealing.othersConcerned())
                    : seen(id, Side.STAFF);
        }
        return isInside(caller, id, dealing)
                ? gate.require(caller, named, Scope.of(id))
                        .<Outcome<Seen>>map(Outcome::refused)
                        .orElseGet(AccountAccess::unknown)
                : unknown();
    }

    private Outcome<Seen> seen(AccountId id, Side side) {
        return transactions
                .read(tx -> store.account(tx, id))
                .map(account -> Outcome.done(new Seen(account, side)))
                .orElseGet(AccountAccess::unknown);
    }

    static <T> Outcome<T> unknown() {
        return Outcome.refused(Refusal.notFound("account"));
    }

    private static boolean hasWithin(Caller caller, Function function, AccountId id) {
        return caller.grants().stream().anyMatch(grant -> grant.function() == function && isWithin(grant.scope(), id));
    }

    private static boolean isWithin(Scope scope, AccountId id) {
        return scope.covers(Scope.of(id))
                || (scope instanceof Scope.OfLocation at && at.account().equals(id));
    }

    private static Set<VendorId> vendors(Caller caller, Function function) {
        return caller.grants().stream()
                .filter(grant -> grant.function() == function)
                .map(Grant::scope)
                .filter(scope -> scope instanceof Scope.OfVendor && caller.may(function, scope))
                .map(scope -> ((Scope.OfVendor) scope).vendor())
                .collect(Collectors.toSet());
    }

    /** A missing right is named to those whose account it is, or whose customer. */
    private static boolean isInside(Caller caller, AccountId id, List<VendorId> dealing) {
        return caller.grants().stream()
                .filter(grant -> grant.function() != Function.CATALOG_READ)
                .anyMatch(grant -> isWithin(grant.scope(), id)
                        || (grant.scope() instanceof Scope.OfVendor of
                                && (dealing.isEmpty() || dealing.contains(of.vendor()))));
    }
}
