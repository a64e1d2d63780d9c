package org.torg.kernel.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.PersonalDataStore.Belonging;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/**
 * Who may erase whom (L04): with the right for the tenant anybody, with the right for vendors those who have to do with these.
 * An erasure takes a person from everybody at once: of one who also belongs to an account of other vendors, whoever has the right
 * for all of them must decide, or an administrator of the tenant. Whoever has nothing to do with the caller's vendors is unknown to the caller.
 */
@Component(service = ErasureRights.class)
public final class ErasureRights {

    private final Transactions transactions;
    private final PersonalDataStore store;
    private final AccountStore accounts;
    private final RecipientStore recipients;
    private final Gate gate;

    @Activate
    public ErasureRights(
            @Reference Transactions transactions,
            @Reference PersonalDataStore store,
            @Reference AccountStore accounts,
            @Reference RecipientStore recipients,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.recipients = recipients;
        this.gate = gate;
    }

    /** Why the caller may not erase this one; empty when it may, or when there is nobody to erase. */
    Optional<Refusal> objection(Caller caller, Subject subject) {
        if (caller.may(Function.PERSONAL_DATA, Scope.tenant())) {
            return Optional.empty();
        }
        Set<VendorId> mine = vendors(caller);
        // Who acts for a company now works as one of its people, and not at the vendor's desk.
        if (mine.isEmpty() || caller.account().isPresent()) {
            return Optional.of(gate.denied(caller, Function.PERSONAL_DATA));
        }
        if (subject instanceof Subject.Address) {
            return Optional.of(othersConcerned());
        }
        return transactions.read(tx -> subject instanceof Subject.Patient patient
                ? ofRecipient(tx, mine, patient)
                : ofPerson(store.belongings(tx, new UserId(subject.id())), mine));
    }

    private static Optional<Refusal> ofPerson(List<Belonging> belongings, Set<VendorId> mine) {
        if (belongings.stream().noneMatch(belonging -> isKnown(belonging, mine))) {
            return Optional.of(Refusal.notFound("person"));
        }
        return belongings.stream().allMatch(belonging -> isTheirs(belonging, mine))
                ? Optional.empty()
                : Optional.of(othersConcerned());
    }

    /** An account that deals with nobody yet is everybody's; staff of the tenant are not. */
    private static boolean isTheirs(Belonging belonging, Set<VendorId> mine) {
        boolean unserved =
                belonging.account().isPresent() && belonging.vendors().isEmpty();
        return unserved || (!belonging.vendors().isEmpty() && mine.containsAll(belonging.vendors()));
    }

    /** Whether the caller's vendors have to do with it at all. */
    private static boolean isKnown(Belonging belonging, Set<VendorId> mine) {
        return isTheirs(belonging, mine) || belonging.vendors().stream().anyMatch(mine::contains);
    }

    private Optional<Refusal> ofRecipient(Tx tx, Set<VendorId> mine, Subject.Patient patient) {
        Set<VendorId> vendors = recipients.recipient(tx, patient.recipient()).stream()
                .flatMap(row -> accounts.agreements(tx, row.account()).stream())
                .map(Agreement::vendor)
                .collect(Collectors.toSet());
        if (vendors.stream().noneMatch(mine::contains)) {
            return Optional.of(Refusal.notFound("recipient"));
        }
        return mine.containsAll(vendors) ? Optional.empty() : Optional.of(othersConcerned());
    }

    private static Set<VendorId> vendors(Caller caller) {
        return caller.grants().stream()
                .filter(grant -> grant.function() == Function.PERSONAL_DATA)
                .map(Grant::scope)
                .<VendorId>mapMulti((scope, found) -> {
                    if (scope instanceof Scope.OfVendor of && !caller.isConfinedFrom(of.vendor())) {
                        found.accept(of.vendor());
                    }
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    static Refusal othersConcerned() {
        return Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "other-vendors-concerned",
                "This concerns another vendor, too. Only staff with this right for all of them change it.");
    }
}
