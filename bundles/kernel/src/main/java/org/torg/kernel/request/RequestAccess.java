package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
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
import org.torg.kernel.account.Dealing;
import org.torg.kernel.account.RightsRules;
import org.torg.kernel.command.Gate;

/**
 * Who sees and who decides a request. It is seen by who has asked, by who may change the account in which it was asked, and by
 * the staff of the vendors to which it belongs: the one that the form names, and all with which the account deals. It is decided
 * by staff who have the right for all with which the account deals. An account that deals with none yet is everybody's.
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
        if (caller.account().isPresent()) {
            return unknown();
        }
        boolean others = row.account()
                .map(account -> store.vendors(tx, account))
                .filter(serving -> !Dealing.wholly(caller, Function.REQUEST_DECIDE, serving))
                .isPresent();
        return others ? Optional.of(Dealing.othersConcerned()) : Optional.empty();
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

    /** The vendors at whose desk the caller works; empty: at all. Refused for everybody who works at none. */
    Outcome<Optional<List<VendorId>>> desk(Caller caller) {
        boolean here = caller.account().isEmpty();
        if (here && caller.may(Function.REQUEST_DECIDE, Scope.tenant())) {
            return Outcome.done(Optional.empty());
        }
        List<VendorId> vendors = here ? vendors(caller) : List.of();
        return vendors.isEmpty()
                ? gate.require(caller, Function.REQUEST_DECIDE, Scope.tenant())
                        .<Outcome<Optional<List<VendorId>>>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(Optional.of(List.of())))
                : Outcome.done(Optional.of(vendors));
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
        return new Filter(caller.user().filter(user -> maySeeOwn(caller)), here, edited, vendors, all, state);
    }

    /**
     * Why staff may not decide what becomes of this person's login. It is good for every account of the person, also for those
     * of other vendors; and that of somebody of the staff is for those alone who manage the staff: a form is written by
     * anybody, and who gets the mail afterwards has the login.
     */
    Optional<Refusal> toTouch(Tx tx, Caller caller, UserId person) {
        List<Membership> memberships = accounts.memberships(tx, person);
        Optional<Refusal> beyond = memberships.stream()
                .filter(membership -> membership.role().side() == Role.Side.STAFF)
                .flatMap(membership -> gate.require(caller, Function.USER_MANAGE, membership.scope()).stream())
                .findFirst();
        if (beyond.isPresent()) {
            return beyond;
        }
        boolean known = caller.may(Function.REQUEST_DECIDE, Scope.tenant())
                ? store.addressee(tx, person).isPresent()
                : store.isServed(tx, person, vendors(caller));
        if (!known) {
            return Optional.of(Refusal.notFound("person"));
        }
        boolean theirs = memberships.stream()
                .map(Membership::scope)
                .flatMap(scope -> account(scope).stream())
                .distinct()
                .map(account -> store.vendors(tx, account))
                .allMatch(serving -> Dealing.wholly(caller, Function.REQUEST_DECIDE, serving));
        return theirs ? Optional.empty() : Optional.of(Dealing.othersConcerned());
    }

    /** Why the caller may not say yes to what somebody with a login has asked. */
    Optional<Refusal> toApprove(Tx tx, Caller caller, RequestRow row) {
        if (row.kind().equals(RequestKind.JOINING.code())) {
            return row.account()
                    .map(account -> new Membership(Role.BUYER, Scope.of(account)))
                    .flatMap(joined -> RightsRules.beyondProgram(caller, List.of(joined)));
        }
        boolean email = row.kind().equals(RequestKind.NEW_EMAIL.code());
        return row.by().filter(asker -> email).flatMap(asker -> toTouch(tx, caller, asker)
                .or(() -> toHandOver(tx, caller, asker)));
    }

    /** Why a program cannot hand over this person's login: with it goes what the person may do. */
    Optional<Refusal> toHandOver(Tx tx, Caller caller, UserId person) {
        return RightsRules.beyondProgram(caller, accounts.memberships(tx, person));
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
                .filter(serving -> Dealing.partly(caller, Function.REQUEST_DECIDE, serving))
                .isPresent();
    }

    private static boolean mayDecide(Caller caller, VendorId vendor) {
        return caller.may(Function.REQUEST_DECIDE, Scope.of(vendor));
    }

    private static boolean isAsker(Caller caller, RequestRow row) {
        return caller.user().isPresent()
                && caller.user().equals(row.by())
                && (caller.isSignedIn() || row.account().equals(caller.account()))
                && maySeeOwn(caller);
    }

    /** A person's program is not the person: it sees what was asked where it may see the account, and nothing else. */
    private static boolean maySeeOwn(Caller caller) {
        return caller.isSignedIn()
                || caller.account()
                        .filter(here -> caller.may(Function.ACCOUNT_READ, Scope.of(here)))
                        .isPresent();
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
