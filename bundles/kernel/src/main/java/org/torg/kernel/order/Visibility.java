package org.torg.kernel.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.order.OrderStatus;
import org.torg.api.store.OrderStore;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/** Who sees which orders, shipments and invoices: the account that bought, and the vendor that sold. */
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
     * Why something of this account and vendor is not shown or done. To members of the account or the vendor's staff a
     * missing right is named; to everybody else the thing does not exist.
     *
     * @param what its name in a code, such as {@code order}
     */
    public Optional<Refusal> require(
            Caller caller, Function function, AccountId account, VendorId vendor, String what) {
        if (gate.covers(caller, function, account, vendor)) {
            return Optional.empty();
        }
        if (caller.isStranger() || isInside(caller, Scope.of(account)) || isInside(caller, Scope.of(vendor))) {
            return gate.require(caller, function, Scope.of(account));
        }
        return Optional.of(Refusal.notFound(what));
    }

    /**
     * As {@link #require}, for what only the vendor's staff may do: the buyer's own rights do not count.
     */
    public Optional<Refusal> requireOfVendor(
            Caller caller, Function function, AccountId account, VendorId vendor, String what) {
        if (caller.may(function, Scope.of(vendor))) {
            return Optional.empty();
        }
        if (caller.isStranger() || isInside(caller, Scope.of(account)) || isInside(caller, Scope.of(vendor))) {
            return gate.require(caller, function, Scope.of(vendor));
        }
        return Optional.of(Refusal.notFound(what));
    }

    private static boolean isInside(Caller caller, Scope scope) {
        return caller.grants().stream()
                .filter(grant -> grant.function() != Function.CATALOG_READ)
                .anyMatch(grant -> grant.scope().covers(scope));
    }

    /**
     * What of a list the caller sees: customers that of the account for which they act, staff that of their vendors.
     * Empty when nothing of it can be theirs.
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
        if (caller.account().isPresent()) {
            AccountId own = caller.account().get();
            Optional<Refusal> refusal = gate.require(caller, function, Scope.of(own));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            return account.isPresent() && !account.get().equals(own)
                    ? nothing()
                    : some(Optional.of(List.of(own)), vendor.map(List::of), status);
        }
        Optional<Refusal> refusal = gate.requireAnywhere(caller, function);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (caller.may(function, Scope.tenant())) {
            return some(account.map(List::of), vendor.map(List::of), status);
        }
        List<VendorId> vendors = caller.grants().stream()
                .filter(grant -> grant.function() == function)
                .map(Grant::scope)
                .filter(Scope.OfVendor.class::isInstance)
                .map(scope -> ((Scope.OfVendor) scope).vendor())
                .filter(own -> vendor.isEmpty() || vendor.get().equals(own))
                .distinct()
                .toList();
        return vendors.isEmpty() ? nothing() : some(account.map(List::of), Optional.of(vendors), status);
    }

    private static Outcome<Optional<OrderStore.Filter>> some(
            Optional<List<AccountId>> accounts, Optional<List<VendorId>> vendors, Optional<OrderStatus> status) {
        return Outcome.done(Optional.of(new OrderStore.Filter(accounts, vendors, status)));
    }

    private static Outcome<Optional<OrderStore.Filter>> nothing() {
        return Outcome.done(Optional.empty());
    }
}
