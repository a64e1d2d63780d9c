package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.RecipientStore.RecipientRow;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Who may see and change which recipients: people of the location at which they are now, and staff of a vendor that has
 * an order for them (D19). To everybody else they do not exist.
 */
@Component(service = RecipientAccess.class)
public final class RecipientAccess {

    private final Transactions transactions;
    private final RecipientStore store;
    private final Gate gate;

    @Activate
    public RecipientAccess(
            @Reference Transactions transactions, @Reference RecipientStore store, @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.gate = gate;
    }

    /** Where the caller is now, if it has this right there. */
    Outcome<Scope.OfLocation> here(Caller caller, Function function) {
        if (!(caller.here().orElse(Scope.tenant()) instanceof Scope.OfLocation here)) {
            return Outcome.refused(gate.requireAnywhere(caller, function).orElseGet(Gate::locationRequired));
        }
        if (isAllowed(caller, function, here)) {
            return Outcome.done(here);
        }
        return Outcome.refused(denied(caller, function, here));
    }

    /** Why the caller may not do this with a recipient; a foreign one is as one that is not there. */
    Optional<Refusal> objection(Caller caller, Function function, RecipientRow recipient) {
        Scope.OfLocation there = new Scope.OfLocation(recipient.account(), recipient.location());
        boolean isHere = caller.here().filter(there::equals).isPresent();
        if ((isHere && isAllowed(caller, function, there)) || isServing(caller, function, recipient)) {
            return Optional.empty();
        }
        return Optional.of(isHere ? denied(caller, function, there) : Refusal.notFound("recipient"));
    }

    private boolean isAllowed(Caller caller, Function function, Scope scope) {
        return gate.require(caller, function, scope).isEmpty();
    }

    private Refusal denied(Caller caller, Function function, Scope scope) {
        return gate.require(caller, function, scope).orElseGet(() -> Refusal.notFound("recipient"));
    }

    /** What was agreed with the account is not enough: another vendor may make what is for this one. */
    private boolean isServing(Caller caller, Function function, RecipientRow recipient) {
        boolean elsewhere =
                caller.account().filter(own -> !own.equals(recipient.account())).isPresent();
        if (elsewhere || !mayAsStaff(caller, function)) {
            return false;
        }
        List<VendorId> vendors = transactions.read(tx -> store.vendors(tx, recipient));
        return vendors.stream().anyMatch(vendor -> caller.may(function, Scope.of(vendor)));
    }

    private static boolean mayAsStaff(Caller caller, Function function) {
        return caller.grants().stream()
                .anyMatch(grant -> grant.function() == function
                        && (grant.scope() instanceof Scope.Tenant || grant.scope() instanceof Scope.OfVendor));
    }
}
