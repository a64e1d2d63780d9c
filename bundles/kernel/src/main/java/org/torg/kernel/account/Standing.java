package org.torg.kernel.account;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.vendor.VendorId;

/**
 * For whom somebody acts now, and with which rights: what a session has chosen, as far as it still holds. Rights follow the
 * choice (T28): with an account those in it alone, without one those of staff alone.
 */
record Standing(
        Optional<AccountId> account,
        Optional<LocationId> location,
        Optional<ActingFor> actingFor,
        Set<Grant> grants,
        boolean mustChoosePerson) {

    /** What staff may do for a customer, if the customer may do it. */
    private static final Set<Function> FOR_CUSTOMERS = EnumSet.of(
            Function.CATALOG_READ,
            Function.PRICE_READ,
            Function.CART_EDIT,
            Function.ORDER_PLACE,
            Function.ORDER_READ,
            Function.SHIPMENT_READ,
            Function.ACCOUNT_READ);

    /** What staff may see for a customer only with a right of their own: acting for somebody is no way around it (H10). */
    private static final Set<Function> WITH_OWN_RIGHT =
            EnumSet.of(Function.INVOICE_READ, Function.RECIPIENT_READ, Function.RECIPIENT_EDIT, Function.AUDIT_READ);

    Standing {
        grants = Set.copyOf(grants);
    }

    /** @param today in the zone of the tenant's vendor */
    static Standing of(SignedInRow row, LocalDate today) {
        SessionRow session = row.session();
        List<Membership> own = row.memberships();
        Optional<Acted> acted = session.account()
                .flatMap(account -> session.actingFor().flatMap(acting -> acted(row, account, acting, today)))
                .filter(found -> !found.grants().isEmpty());
        if (session.account().isEmpty()) {
            return outside(own);
        }
        AccountId account = session.account().get();
        Set<Grant> grants = acted.map(Acted::grants).orElseGet(() -> grants(own, isIn(account)));
        if (grants.isEmpty()) {
            return outside(own);
        }
        Optional<LocationId> location = session.location()
                .filter(at -> row.locationActive() && reaches(grants, new Scope.OfLocation(account, at)));
        boolean mustChoose = acted.isEmpty() && isShared(row.held(), account);
        return new Standing(Optional.of(account), location, acted.map(Acted::who), looking(own, grants), mustChoose);
    }

    /** @param grants that come of it: of the person, or one's own where that person lends only the name */
    private record Acted(ActingFor who, Set<Grant> grants) {}

    private static Optional<Acted> acted(SignedInRow row, AccountId account, ActingFor acting, LocalDate today) {
        Set<Grant> theirs = grants(row.actedFor(), isIn(account));
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        return switch (acting.kind()) {
            case CLINICIAN -> clinician(row, account, acting);
            case DEPENDANT ->
                row.guardedUntil()
                        .filter(until -> !today.isAfter(until))
                        .map(until -> new Acted(acting, forDependant(theirs)));
            case CUSTOMER ->
                row.vendorDeals() && mayActFor(row.memberships(), acting.confinedTo())
                        ? Optional.of(new Acted(acting, forCustomer(row.memberships(), acting.confinedTo(), theirs)))
                        : Optional.empty();
        };
    }

    private static Optional<Acted> clinician(SignedInRow row, AccountId account, ActingFor acting) {
        Set<Grant> own = grants(row.memberships(), isIn(account));
        Scope here = row.session()
                .location()
                .<Scope>map(at -> new Scope.OfLocation(account, at))
                .orElseGet(() -> Scope.of(account));
        boolean works = row.actedFor().stream()
                .map(Membership::scope)
                .filter(isIn(account))
                .anyMatch(scope -> scope.covers(here) || here.covers(scope));
        return own.isEmpty() || !works ? Optional.empty() : Optional.of(new Acted(acting, own));
    }

    /** All but to say who else may do what: what a guardian gave would outlast the day on which that ends (B02). */
    private static Set<Grant> forDependant(Set<Grant> theirs) {
        return theirs.stream()
                .filter(grant -> grant.function() != Function.USER_MANAGE)
                .collect(Collectors.toSet());
    }

    /** Whether staff of this vendor, or of the whole tenant, may act for customers. */
    static boolean mayActFor(List<Membership> own, Optional<VendorId> vendor) {
        Scope scope = vendor.map(Scope::of).orElseGet(Scope::tenant);
        return holds(own, Function.ACT_FOR, scope);
    }

    private static Set<Grant> forCustomer(List<Membership> staff, Optional<VendorId> vendor, Set<Grant> theirs) {
        Scope scope = vendor.map(Scope::of).orElseGet(Scope::tenant);
        return theirs.stream()
                .filter(grant -> FOR_CUSTOMERS.contains(grant.function())
                        || (WITH_OWN_RIGHT.contains(grant.function())
                                && holds(staff, reading(grant.function()), scope)))
                .collect(Collectors.toSet());
    }

    private static Function reading(Function function) {
        return function == Function.RECIPIENT_EDIT ? Function.RECIPIENT_READ : function;
    }

    private static boolean holds(List<Membership> own, Function function, Scope scope) {
        return own.stream()
                .anyMatch(membership -> membership.functions().contains(function)
                        && membership.scope().covers(scope));
    }

    /** For no account, as staff work. The rights of other systems hold for API tokens alone. */
    private static Standing outside(List<Membership> own) {
        List<Membership> people = own.stream()
                .filter(membership -> membership.role() != Role.INTEGRATION)
                .toList();
        Set<Grant> grants = grants(people, scope -> scope instanceof Scope.Tenant || scope instanceof Scope.OfVendor);
        return new Standing(Optional.empty(), Optional.empty(), Optional.empty(), looking(own, grants), false);
    }

    /** Who may look at the catalogue anywhere may look at it here: strangers may. */
    private static Set<Grant> looking(List<Membership> own, Set<Grant> grants) {
        Set<Grant> all = new HashSet<>(grants);
        if (own.stream().anyMatch(membership -> membership.functions().contains(Function.CATALOG_READ))) {
            all.add(new Grant(Function.CATALOG_READ, Scope.tenant()));
        }
        return all;
    }

    private static boolean isShared(List<HeldMembership> held, AccountId account) {
        return held.stream()
                .anyMatch(one ->
                        one.sharedLogin() && isIn(account).test(one.membership().scope()));
    }

    private static boolean reaches(Set<Grant> grants, Scope scope) {
        return grants.stream().anyMatch(grant -> grant.scope().covers(scope));
    }

    static Predicate<Scope> isIn(AccountId account) {
        Scope whole = Scope.of(account);
        return scope -> !(scope instanceof Scope.Tenant) && whole.covers(scope);
    }

    private static Set<Grant> grants(List<Membership> memberships, Predicate<Scope> where) {
        Set<Grant> grants = new HashSet<>();
        for (Membership membership : memberships) {
            if (where.test(membership.scope())) {
                membership.functions().forEach(function -> grants.add(new Grant(function, membership.scope())));
            }
        }
        return grants;
    }

    /** The account for which a session begins: the only one of somebody who is no staff. */
    static Optional<AccountId> firstAccount(List<Membership> own) {
        Set<Optional<AccountId>> accounts =
                own.stream().map(membership -> accountOf(membership.scope())).collect(Collectors.toSet());
        return accounts.size() == 1 ? accounts.iterator().next() : Optional.empty();
    }

    /** The location at which a session begins: the only one of somebody who has rights nowhere else (H12). */
    static Optional<LocationId> firstLocation(List<Membership> own) {
        Set<Scope> scopes = own.stream().map(Membership::scope).collect(Collectors.toSet());
        return scopes.size() == 1 && scopes.iterator().next() instanceof Scope.OfLocation only
                ? Optional.of(only.location())
                : Optional.empty();
    }

    static Optional<AccountId> accountOf(Scope scope) {
        if (scope instanceof Scope.OfAccount of) {
            return Optional.of(of.account());
        }
        return scope instanceof Scope.OfLocation of ? Optional.of(of.account()) : Optional.empty();
    }
}
