package org.torg.kernel.order;

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
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.order.OrderStatus;
import org.torg.api.store.OrderStore;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/** Who sees which orders, shipments and invoices: those of the account or location that bought, and of the vendor that sold. */
@Component(service = Visibility.class)
public final class Visibility {
    private final Gate gate;

    @Activate
    public Visibility(@Reference Gate gate) {
        this.gate = gate;
    }

    /** Why the caller has this right nowhere at all; to be asked before anything is read. */
    public Optional<Refusal> requireAnywhere(Caller caller, Function function) {
        return gate.requireAnywhere(caller, function);
    }

    /**
     * Why something of this account and vendor is not shown or done. To those who have rights there, at the account's location
     * or as the vendor's staff, a missing right is named; to everybody else the thing does not exist.
     *
     * @param location to which of the account's locations it belongs; empty: to the account as a whole
     * @param what its name in a code, such as {@code order}
     */
    public Optional<Refusal> require(
            Caller caller,
            Function function,
            AccountId account,
            Optional<LocationId> location,
            VendorId vendor,
            String what) {
        if (gate.covers(caller, function, account, location, vendor)) {
            return Optional.empty();
        }
        return Optional.of(
                isNear(caller, account, location, vendor) ? gate.denied(caller, function) : Refusal.notFound(what));
    }

    /**
     * As {@link #require}, for what only the vendor's staff may do: the buyer's own rights do not count.
     */
    public Optional<Refusal> requireOfVendor(
            Caller caller,
            Function function,
            AccountId account,
            Optional<LocationId> location,
            VendorId vendor,
            String what) {
        if (caller.may(function, Scope.of(vendor))) {
            return Optional.empty();
        }
        return Optional.of(
                isNear(caller, account, location, vendor) ? gate.denied(caller, function) : Refusal.notFound(what));
    }

    private static boolean isNear(Caller caller, AccountId account, Optional<LocationId> location, VendorId vendor) {
        return caller.isStranger()
                || (!caller.isConfinedFrom(vendor)
                        && (isInside(caller, Scope.of(account, location)) || isInside(caller, Scope.of(vendor))));
    }

    private static boolean isInside(Caller caller, Scope scope) {
        return caller.grants().stream()
                .filter(grant -> grant.function() != Function.CATALOG_READ)
                .anyMatch(grant -> grant.scope().covers(scope));
    }

    /**
     * What of a list the caller sees: customers that of the account for which they act, at the chosen location or else
     * wherever they have the right; staff that of their vendors. Empty when nothing of it can be theirs.
     *
     * @param vendor only of this one, when given
     * @param account only of this one, when given
     */
    public Outcome<Optional<OrderStore.Filter>> filter(
            Caller caller,
            Function function,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            Optional<OrderStatus> status) {
        return caller.account().isPresent()
                ? ofAccount(caller, caller.account().get(), function, vendor, account, status)
                : ofStaff(caller, function, vendor, account, status);
    }

    private Outcome<Optional<OrderStore.Filter>> ofAccount(
            Caller caller,
            AccountId own,
            Function function,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            Optional<OrderStatus> status) {
        Optional<Refusal> refusal = gate.requireInAccount(caller, function);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        boolean elsewhere = account.filter(other -> !other.equals(own)).isPresent()
                || vendor.filter(caller::isConfinedFrom).isPresent();
        Optional<VendorId> only = vendor.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        return elsewhere
                ? nothing()
                : some(new OrderStore.Filter(
                        Optional.of(List.of(own)), only.map(List::of), status, locations(caller, own, function)));
    }

    /** Empty: the account as a whole. */
    private static Optional<List<LocationId>> locations(Caller caller, AccountId own, Function function) {
        if (caller.location().isPresent()) {
            return caller.location().map(List::of);
        }
        return caller.may(function, Scope.of(own))
                ? Optional.empty()
                : Optional.of(scopes(caller, function, Scope.OfLocation.class)
                        .filter(scope -> scope.account().equals(own))
                        .map(Scope.OfLocation::location)
                        .distinct()
                        .toList());
    }

    private Outcome<Optional<OrderStore.Filter>> ofStaff(
            Caller caller,
            Function function,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            Optional<OrderStatus> status) {
        Optional<Refusal> refusal = gate.requireAnywhere(caller, function);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (caller.may(function, Scope.tenant())) {
            return some(new OrderStore.Filter(account.map(List::of), vendor.map(List::of), status));
        }
        List<VendorId> vendors = scopes(caller, function, Scope.OfVendor.class)
                .map(Scope.OfVendor::vendor)
                .filter(own -> vendor.isEmpty() || vendor.get().equals(own))
                .distinct()
                .toList();
        return vendors.isEmpty()
                ? nothing()
                : some(new OrderStore.Filter(account.map(List::of), Optional.of(vendors), status));
    }

    private static <S extends Scope> Stream<S> scopes(Caller caller, Function function, Class<S> kind) {
        return caller.grants().stream()
                .filter(grant -> grant.function() == function)
                .map(Grant::scope)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Outcome<Optional<OrderStore.Filter>> some(OrderStore.Filter filter) {
        return Outcome.done(Optional.of(filter));
    }

    private static Outcome<Optional<OrderStore.Filter>> nothing() {
        return Outcome.done(Optional.empty());
    }
}
