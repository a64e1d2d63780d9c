package org.torg.kernel.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.RecipientId;
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
        return Optional.ofNullable(
                objections(caller, function, List.of(recipient)).get(recipient.id()));
    }

    /** The same of several; those with none are not in it. At most one statement, for staff alone. */
    Map<RecipientId, Refusal> objections(Caller caller, Function function, Collection<RecipientRow> recipients) {
        Map<RecipientId, Refusal> objections = new HashMap<>();
        for (RecipientRow recipient : recipients) {
            Scope.OfLocation there = new Scope.OfLocation(recipient.account(), recipient.location());
            boolean isHere = caller.here().filter(there::equals).isPresent();
            if (!isHere || !isAllowed(caller, function, there)) {
                objections.put(
                        recipient.id(), isHere ? denied(caller, function, there) : Refusal.notFound("recipient"));
            }
        }
        if (!objections.isEmpty() && mayAsStaff(caller, function)) {
            objections.keySet().removeAll(served(caller, function, recipients));
        }
        return objections;
    }

    /**
     * Those for whom a vendor of the caller's makes something. What was agreed with the account is not enough: another vendor may make what
     * is for this one.
     */
    private Set<RecipientId> served(Caller caller, Function function, Collection<RecipientRow> recipients) {
        Set<RecipientId> reachable = recipients.stream()
                .filter(recipient -> caller.account()
                        .filter(own -> !own.equals(recipient.account()))
                        .isEmpty())
                .map(RecipientRow::id)
                .collect(Collectors.toSet());
        Map<RecipientId, Set<VendorId>> vendors =
                reachable.isEmpty() ? Map.of() : transactions.read(tx -> store.vendors(tx, reachable));
        return vendors.entrySet().stream()
                .filter(served -> served.getValue().stream().anyMatch(vendor -> caller.may(function, Scope.of(vendor))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isAllowed(Caller caller, Function function, Scope scope) {
        return gate.require(caller, function, scope).isEmpty();
    }

    private Refusal denied(Caller caller, Function function, Scope scope) {
        return gate.require(caller, function, scope).orElseGet(() -> Refusal.notFound("recipient"));
    }

    private static boolean mayAsStaff(Caller caller, Function function) {
        return caller.grants().stream()
                .anyMatch(grant -> grant.function() == function
                        && (grant.scope() instanceof Scope.Tenant || grant.scope() instanceof Scope.OfVendor));
    }
}
