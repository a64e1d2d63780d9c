package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.Filter;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Who sees and who decides a request: who has asked, who may change the account in which it was asked, and the staff of the
 * vendors to which it belongs. Those are the one that the form names, and all that have agreed something with the account; an
 * account that has agreed nothing yet is everybody's.
 */
@Component(service = RequestAccess.class)
public final class RequestAccess {

    private final RequestStore store;
    private final AccountStore accounts;
    private final Gate gate;

    @Activate
    public RequestAccess(@Reference RequestStore store, @Reference AccountStore accounts, @Reference Gate gate) {
        this.store = store;
        this.accounts = accounts;
        this.gate = gate;
    }

    /** Why the caller does not see this one; empty when it does. */
    Optional<Refusal> toSee(Tx tx, Caller caller, RequestRow row) {
        boolean atTheDesk = caller.account().isEmpty();
        if (isAsker(caller, row) || isEditor(caller, row) || (atTheDesk && isDecider(tx, caller, row))) {
            return Optional.empty();
        }
        return caller.isStranger()
                        || row.account()
                                .filter(account -> isInside(caller, account))
                                .isPresent()
                ? gate.require(caller, Function.ACCOUNT_EDIT, scope(row))
                : unknown();
    }

    /** Why the caller does not decide this one; empty when it does. */
    Optional<Refusal> toDecide(Tx tx, Caller caller, RequestRow row) {
        if (!isDecider(tx, caller, row)) {
            return toSee(tx, caller, row).or(() -> gate.require(caller, Function.REQUEST_DECIDE, scope(row)));
        }
        if (isOwn(caller, row, row.matched())) {
            return Optional.of(ownRequest());
        }
        // Who acts for a company now works as one of its people, and not at the vendor's desk.
        return caller.account().isPresent() ? unknown() : Optional.empty();
    }

    /** The answer about a request that is not there. */
    Refusal unknown(Caller caller) {
        return caller.isStranger()
                ? gate.requireAnywhere(caller, Function.REQUEST_DECIDE).orElseGet(() -> Refusal.notFound("request"))
                : Refusal.notFound("request");
    }

    /** Why the caller has no list at all. */
    Optional<Refusal> toList(Caller caller) {
        return caller.user().isPresent() || caller.mayAnywhere(Function.REQUEST_DECIDE)
                ? Optional.empty()
                : gate.requireAnywhere(caller, Function.REQUEST_DECIDE);
    }

    private static Optional<Refusal> unknown() {
        return Optional.of(Refusal.notFound("request"));
    }

    /**
     * Whether this would be deciding one's own: asked by the caller or in the caller's name, about the caller, or by a company
     * to which the caller belongs or for which the caller acts.
     */
    boolean isOwn(Caller caller, RequestRow row, Optional<UserId> match) {
        List<UserId> concerned = Stream.of(row.by(), row.actingFor(), match)
                .flatMap(Optional::stream)
                .toList();
        boolean concernsMe = Stream.of(caller.user(), caller.actingFor().map(ActingFor::user))
                .flatMap(Optional::stream)
                .anyMatch(concerned::contains);
        return concernsMe
                || row.account()
                        .filter(account ->
                                caller.account().filter(account::equals).isPresent() || isInside(caller, account))
                        .isPresent();
    }

    static Refusal ownRequest() {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "own-request", "Nobody decides what they have asked for themselves.");
    }

    /** What of the list the caller sees. */
    Filter filter(Caller caller, Optional<State> state) {
        Optional<AccountId> here = caller.account();
        Optional<AccountId> edited = here.filter(account -> caller.may(Function.ACCOUNT_EDIT, Scope.of(account)));
        boolean all = here.isEmpty() && caller.may(Function.REQUEST_DECIDE, Scope.tenant());
        List<VendorId> vendors = here.isPresent() || all ? List.of() : vendors(caller);
        return new Filter(caller.user(), here, edited, vendors, all, state);
    }

    /**
     * Whether staff who decide this request may say that it is about this person. About somebody of the staff only those who
     * manage the staff may: a form is written by anybody, and who gets the mail afterwards has the login.
     */
    boolean isTheirs(Tx tx, Caller caller, UserId person) {
        boolean beyond = accounts.memberships(tx, person).stream()
                .filter(membership -> membership.role().side() == Role.Side.STAFF)
                .anyMatch(membership -> !caller.may(Function.USER_MANAGE, membership.scope()));
        if (beyond) {
            return false;
        }
        if (caller.may(Function.REQUEST_DECIDE, Scope.tenant())) {
            return store.addressee(tx, person).isPresent();
        }
        List<VendorId> mine = vendors(caller);
        // The login is good for every account of the person, also for those of other vendors.
        return store.isServed(tx, person, mine)
                && accounts.memberships(tx, person).stream()
                        .map(Membership::scope)
                        .flatMap(scope -> account(scope).stream())
                        .distinct()
                        .map(account -> store.vendors(tx, account))
                        .allMatch(
                                serving -> serving.isEmpty() || serving.stream().anyMatch(mine::contains));
    }

    private static Optional<AccountId> account(Scope scope) {
        if (scope instanceof Scope.OfLocation at) {
            return Optional.of(at.account());
        }
        return scope instanceof Scope.OfAccount of ? Optional.of(of.account()) : Optional.empty();
    }

    /** Whether the caller may decide what is asked of some vendor, in an account or not. */
    private boolean isDecider(Tx tx, Caller caller, RequestRow row) {
        if (!caller.mayAnywhere(Function.REQUEST_DECIDE)) {
            return false;
        }
        if (caller.may(Function.REQUEST_DECIDE, Scope.tenant())) {
            return true;
        }
        if (row.vendor().filter(vendor -> mayDecide(caller, vendor)).isPresent()) {
            return true;
        }
        return row.account()
                .map(account -> store.vendors(tx, account))
                .filter(serving -> serving.isEmpty()
                        ? !vendors(caller).isEmpty()
                        : serving.stream().anyMatch(vendor -> mayDecide(caller, vendor)))
                .isPresent();
    }

    private static boolean mayDecide(Caller caller, VendorId vendor) {
        return caller.may(Function.REQUEST_DECIDE, Scope.of(vendor));
    }

    private static boolean isAsker(Caller caller, RequestRow row) {
        return caller.user().isPresent() && caller.user().equals(row.by());
    }

    private static boolean isEditor(Caller caller, RequestRow row) {
        return row.account()
                .filter(account -> caller.may(Function.ACCOUNT_EDIT, Scope.of(account)))
                .isPresent();
    }

    private static boolean isInside(Caller caller, AccountId account) {
        return caller.grants().stream().map(Grant::scope).anyMatch(scope -> Scope.of(account)
                .covers(scope));
    }

    private static List<VendorId> vendors(Caller caller) {
        return caller.grants().stream()
                .filter(grant -> grant.function() == Function.REQUEST_DECIDE)
                .map(Grant::scope)
                .<VendorId>mapMulti((scope, found) -> {
                    if (scope instanceof Scope.OfVendor of && !caller.isConfinedFrom(of.vendor())) {
                        found.accept(of.vendor());
                    }
                })
                .distinct()
                .toList();
    }

    private static Scope scope(RequestRow row) {
        return row.account().map(Scope::of).orElseGet(Scope::tenant);
    }
}
